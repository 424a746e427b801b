public import CharterRuntime
public import HummingbirdCore
public import Logging
import NIOCore

extension HTTPServerBuilder {
    /// A server of HTTP/1.1 that holds connections to limits.
    ///
    /// - Parameters:
    ///   - limits: What a connection may send, and how long it may take.
    ///   - api: The API in whose form of errors is answered what never becomes a request.
    ///   - clock: The clock of the server, by which replies are dated.
    ///   - logger: Where it is logged.
    public static func http1(
        limits: ConnectionLimits,
        api: APIDescription,
        clock: any ServerClock = SystemClock(),
        logger: Logger = Logger(label: "charter.connections")
    ) -> HTTPServerBuilder {
        let refusal = EarlyRefusal(api, clock: clock, logger: logger)
        return .http1(
            configuration: .init(
                additionalChannelHandlers: [ConnectionWatch(limits, refusal)],
                idleTimeout: TimeAmount(limits.idleTime),
                httpDecoderConfiguration: .init(
                    maxHeaderFieldSize: limits.fieldSize,
                    maxHeaderListSize: limits.headerSize,
                    maxHeaderFieldCount: limits.fieldCount
                )
            )
        )
    }
}

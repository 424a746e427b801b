import HTTPTypes
public import Hummingbird
import NIOCore

/// How a server learns the network address of who calls, for limits that count by it.
///
/// What callers say of it themselves is believed only where the server's operator says that a proxy of theirs has written it.
public struct ClientAddress: Sendable {
    private let find: @Sendable (Request, any RequestContext) -> String?
    /// Whether only a `RemoteAddressRequestContext` knows it.
    let isOfConnection: Bool

    /// Looks the address up in some other way.
    ///
    /// - Parameter find: Returns an IPv4 or IPv6 address in text, or nil where it is not known; a request that would be counted by it is then answered 500.
    public init(_ find: @escaping @Sendable (Request, any RequestContext) -> String?) {
        self.find = find
        isOfConnection = false
    }

    private init(ofConnection find: @escaping @Sendable (any RequestContext) -> String?) {
        self.find = { _, context in find(context) }
        isOfConnection = true
    }

    /// The other end of the connection, as the request's context knows it: use ``AddressedRequestContext`` or another `RemoteAddressRequestContext`.
    public static let ofConnection = ClientAddress(ofConnection: { ($0 as? any RemoteAddressRequestContext)?.remoteAddress?.ipAddress })

    /// What proxies in front of the server write into `X-Forwarded-For`, each behind what stands there already.
    ///
    /// The outermost proxy writes the caller's address; whatever stands before it is the caller's own invention. Nobody may reach the server but through the proxies.
    ///
    /// - Parameter count: How many proxies there are, at least 1; all of them must write the field.
    public static func behindProxies(_ count: Int = 1) -> ClientAddress {
        precondition(count >= 1, "without a proxy, the address is that of the connection")
        return ClientAddress { request, _ in
            guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
            let entries = request.headers[values: name].flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            guard entries.count >= count else { return nil }
            return entries[entries.count - count].withoutPort
        }
    }

    /// The address that a request came from, or nil where it is not known.
    func address(of request: Request, _ context: some RequestContext) -> NetworkAddress? {
        find(request, context).flatMap { NetworkAddress($0) }
    }
}

extension Substring {
    /// An address without the port that some proxies write behind it: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    fileprivate var withoutPort: String {
        let text = drop { $0 == " " || $0 == "\t" }
        if text.first == "[" { return String(text.dropFirst().prefix { $0 != "]" }) }
        let end = text.firstIndex { $0 == " " || $0 == "\t" } ?? text.endIndex
        let address = text[..<end]
        return String(address.count { $0 == ":" } == 1 ? address.prefix { $0 != ":" } : address)
    }
}

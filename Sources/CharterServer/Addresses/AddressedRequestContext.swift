public import Hummingbird
public import NIOCore

/// A request's context that knows the other end of the connection: for APIs with limits by address.
///
///     let router = Router(context: AddressedRequestContext.self)
///
/// A context of your own does the same when it is a `RemoteAddressRequestContext`.
public struct AddressedRequestContext: RemoteAddressRequestContext {
    /// What Hummingbird keeps of a request.
    public var coreContext: CoreRequestContextStorage
    /// The other end of the connection; nil where there is none.
    public let remoteAddress: SocketAddress?

    /// Creates the context of a request.
    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}

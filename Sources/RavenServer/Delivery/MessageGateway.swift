import CharterRuntime
public import RavenModels

/// A way to the networks that carry messages, such as a provider of text messages or a mail server.
///
/// It is asked again when an answer is lost: by a process that was ended, or a network that was.
public protocol MessageGateway: Sendable {
    /// Takes a message over, to carry it to its recipient.
    ///
    /// A message that it has taken over already must not be carried twice: messages are told apart by their identifier.
    ///
    /// - Throws: what kept it from answering; it is asked again later.
    func accept(_ message: OutgoingMessage) async throws -> GatewayAnswer

    /// What has become of a message that it took over.
    ///
    /// - Throws: what kept it from answering; it is asked again later.
    func report(on message: OutgoingMessage) async throws -> GatewayReport
}

/// A message for a gateway.
public struct OutgoingMessage: Hashable, Sendable {
    /// The message.
    public var message: Message
    /// The slug of the tenant that sends it.
    public var tenant: String

    /// Creates a message for a gateway.
    public init(_ message: Message, from tenant: String) {
        self.message = message
        self.tenant = tenant
    }
}

/// Whether a gateway takes a message over.
public enum GatewayAnswer: Hashable, Sendable {
    /// It carries the message from here on.
    case accepted
    /// It will never carry this message, such as one to an address that cannot be.
    case refused
}

/// What has become of a message on its way.
public enum GatewayReport: Hashable, Sendable {
    /// It is still on its way.
    case underway
    /// It has arrived.
    case delivered
    /// It did not arrive, and will not.
    case failed
}

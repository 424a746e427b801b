public import CharterRuntime
public import RavenModels

/// A message on which something is to be done, until it has arrived or failed.
public struct Delivery: Hashable, Sendable {
    /// The message; by its status it is to be handed over, or asked about.
    public var message: Message
    /// The slug of the tenant that sends it.
    public var tenant: String
    /// How often the gateway could not be asked since the status last changed.
    public var attempts: Int

    /// Creates a delivery.
    public init(message: Message, tenant: String, attempts: Int) {
        self.message = message
        self.tenant = tenant
        self.attempts = attempts
    }
}

/// What became of a delivery for now.
public struct DeliveryOutcome: Hashable, Sendable {
    /// Names the message.
    public var message: UniqueID
    /// The status to which it moved on; nil where it stays.
    public var status: Message.Status?
    /// When something is due again; nil where nothing is any more.
    public var dueAt: Timestamp?

    /// Says what became of a delivery.
    public init(message: UniqueID, status: Message.Status?, dueAt: Timestamp?) {
        self.message = message
        self.status = status
        self.dueAt = dueAt
    }
}

public import CobuntuModels

/// A tier of an event, with what an RSVP in it must answer.
public struct FormedTier: Hashable, Sendable {
    /// The tier as it is now.
    public var tier: Tier
    /// Its form.
    public var form: Form

    /// Puts both together.
    public init(_ tier: Tier, form: Form) {
        self.tier = tier
        self.form = form
    }
}

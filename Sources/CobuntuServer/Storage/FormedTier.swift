import CobuntuModels

/// A tier of an event, with what an RSVP in it must answer.
package struct FormedTier: Hashable, Sendable {
    /// The tier as it is now.
    package var tier: Tier
    /// Its form.
    package var form: Form

    /// Puts both together.
    package init(_ tier: Tier, form: Form) {
        self.tier = tier
        self.form = form
    }
}

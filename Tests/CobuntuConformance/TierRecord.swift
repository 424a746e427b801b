import CobuntuModels

/// A tier of an event, with the form that an RSVP in it fills in.
struct TierRecord: Sendable {
    var tier: Tier
    var form: Form
}

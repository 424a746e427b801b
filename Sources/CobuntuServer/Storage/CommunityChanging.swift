import CharterRuntime
import CobuntuModels

/// One community's data within a transaction: what is read in it stays so until it ends.
package protocol CommunityChanging: CommunityReading {
    /// The version of the rules that is in force; nil where there is no such community.
    func rulesVersion() async throws -> Int?

    /// The person of that identifier, a member or not; nil if nobody is known by it.
    func person(_ id: UniqueID) async throws -> Person?
    /// The person with that address, in upper or lower case; nil if nobody is known by it.
    func person(reachedAt email: String) async throws -> Person?
    /// Comes to know a person.
    func insert(_ person: Person) async throws

    /// What a member does in the community; nil for somebody who is none.
    func role(of user: UniqueID) async throws -> Member.Role?
    /// Makes a person a member whose profile is not public.
    func admit(_ user: UniqueID, at now: Timestamp) async throws
    /// Ends a membership: places in segments go with it, and places at events that have not begun are free again.
    func endMembership(of user: UniqueID, at now: Timestamp) async throws
    /// Whether a person is shut out by now.
    func isBanned(_ user: UniqueID, at now: Timestamp) async throws -> Bool
    /// Notes what was done about a member.
    func insert(_ moderation: ModerationResult) async throws

    /// A tier of an event with its form, or nil.
    func tier(_ id: UniqueID, ofEvent slug: String) async throws -> FormedTier?
    /// Whether a member has a place at an event.
    func hasRSVP(_ user: UniqueID, toEvent slug: String) async throws -> Bool
    /// Takes places in a tier.
    ///
    /// - Returns: Whether there were enough; nothing is taken otherwise.
    func take(_ places: Int, inTier id: UniqueID) async throws -> Bool
    /// Writes an RSVP whose places are taken.
    func insert(_ rsvp: RSVP, places: Int) async throws

    /// Whether somebody is in a segment.
    func isInSegment(_ segment: UniqueID, _ user: UniqueID) async throws -> Bool
    /// Puts a member into a segment, who may be in it already.
    func join(_ segment: UniqueID, _ user: UniqueID, at now: Timestamp) async throws
    /// Writes what is changed of a segment.
    ///
    /// - Returns: Whether no other segment has the name; nothing is written otherwise.
    func update(_ segment: Segment) async throws -> Bool

    /// Whether an application of a person to a segment is pending, under the address or the identifier that was submitted, or those that the person is known by.
    func hasPendingApplication(to segment: UniqueID, of applicant: Applicant, knownAs person: Person?) async throws -> Bool
    /// Rejects every application of a person that is pending, in whatever way it was submitted.
    func rejectPendingApplications(of user: UniqueID, for reason: String?, at now: Timestamp) async throws
    /// Writes a new application.
    func insert(_ application: Application) async throws
    /// An application, or nil.
    func application(_ id: UniqueID) async throws -> Application?
    /// Writes what was decided about an application.
    func decide(_ application: Application) async throws

    /// When a member first accepted a version of the rules; nil if they never did.
    func acceptance(of version: Int, by user: UniqueID) async throws -> RulesAcceptance?
    /// Writes an acceptance.
    func insert(_ acceptance: RulesAcceptance) async throws

    /// How many members are in a segment; nil where there is no such segment.
    func memberCount(ofSegment id: UniqueID) async throws -> Int?
    /// Writes a broadcast, and an e-mail to go out for everyone who is in its segment.
    ///
    /// - Parameter sender: Who has it sent: the identifier of a key, or a name of the admin side.
    func insert(_ broadcast: Broadcast, sentBy sender: String) async throws
}

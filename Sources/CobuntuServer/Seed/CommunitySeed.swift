import CharterRuntime
import CharterService
import CobuntuModels

/// Makes up a community that looks like a real one; the same whenever its landmarks and its present are.
struct CommunitySeed {
    let marks: Landmarks
    /// The present of the data set.
    let now: Timestamp
    var random: SeededRandom
    var community: SeededCommunity

    init(_ marks: Landmarks, at now: Timestamp) {
        self.marks = marks
        self.now = now
        random = SeededRandom(seed: marks.seed)
        community = SeededCommunity(
            tag: marks.tag,
            name: marks.name,
            email: "hello@\(marks.tag).example.com",
            rulesVersion: marks.rulesVersion
        )
    }

    /// The community with everything in it.
    static func community(_ marks: Landmarks, at now: Timestamp) -> SeededCommunity {
        var seed = CommunitySeed(marks, at: now)
        seed.addPeople()
        seed.addBans()
        seed.addEvents()
        seed.addArticles()
        seed.addProducts()
        seed.addAtlas()
        seed.addSegments()
        seed.addAcceptances()
        return seed.community
    }

    /// An instant so many days, and hours of a day, from the present; negative days are past.
    func instant(inDays days: Int, at hour: Int = 12, minute: Int = 0) -> Timestamp {
        Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + Int64(days * 86_400 + hour * 3_600 + minute * 60))
    }

    mutating func newID() -> UniqueID {
        UniqueID(using: &random)
    }

    /// Everyone who is a member.
    var memberIDs: [UniqueID] { community.people.filter { $0.member != nil }.map(\.person.id) }

    /// Some of the members, none twice, and not the one without places and segments.
    mutating func someMembers(_ count: Int) -> [UniqueID] {
        var rest = memberIDs.filter { $0 != marks.member }
        rest.shuffle(using: &random)
        return Array(rest.prefix(count))
    }

    func picture(_ path: String) -> String { "https://cdn.cobuntu.com/\(marks.tag)/\(path).jpg" }
}

import CharterRuntime
import Measuring

extension EventPage {
    /// A page like those of a real community, the same in every run.
    ///
    /// - Parameters:
    ///   - count: The number of its events, 1 to 100.
    ///   - sentences: The least and the most sentences of an event's description, which most of its bytes are.
    package static func sample(count: Int, sentences: ClosedRange<Int>) -> EventPage {
        var chance = SplitMix(seed: 5)
        let items = (0..<count).map { Event.sample(number: $0, sentences: sentences, &chance) }
        return EventPage(items: items, total: 321, hasMore: true, limit: count, offset: 0)
    }

    /// The page of the coders: 100 events, 61 KB as JSON.
    package static var hundred: EventPage { sample(count: 100, sentences: 1...4) }

    /// The page of the servers: 20 events, 17 KB as JSON.
    package static var twenty: EventPage { sample(count: 20, sentences: 4...8) }
}

import CharterRuntime
import Measuring

extension Event {
    /// An event that is made up; some of what may be absent is, and now and then JSON escapes a character.
    static func sample(number: Int, sentences: ClosedRange<Int>, _ chance: inout SplitMix) -> Event {
        let name = Phrases.names.randomElement(using: &chance) ?? ""
        let start = Timestamp(secondsSinceEpoch: 1_791_000_000 + Int64(number) * 93_600)
        let isOnline = number % 5 == 4
        let description = (0..<Int.random(in: sentences, using: &chance)).map { _ in Phrases.sentences.randomElement(using: &chance) ?? "" }
        return Event(
            slug: "\(name.lowercased().replacing(" ", with: "-"))-\(number)",
            title: "\(name) №\(number)",
            summary: number % 4 == 3 ? nil : Phrases.sentences.randomElement(using: &chance),
            description: description.joined(separator: number % 3 == 0 ? "\n\n" : " "),
            format: isOnline ? .online : number % 7 == 0 ? .hybrid : .inPerson,
            status: number % 9 == 8 ? .cancelled : .scheduled,
            admission: number % 2 == 0 ? .paid : .free,
            startsAt: start,
            endsAt: number % 6 == 5 ? nil : Timestamp(secondsSinceEpoch: start.secondsSinceEpoch + 14_400),
            timeZone: "Europe/Lisbon",
            venue: isOnline ? nil : Venue.sample(number: number, &chance),
            coverUrl: number % 8 == 7 ? nil : "https://cdn.cobuntu.com/events/\(name.lowercased().replacing(" ", with: "-"))-\(number).jpg"
        )
    }
}

extension Venue {
    fileprivate static func sample(number: Int, _ chance: inout SplitMix) -> Venue {
        Venue(
            name: Phrases.venues.randomElement(using: &chance) ?? "",
            address: Address(
                street: "Rua da Prata \(number + 1)",
                postalCode: number % 4 == 0 ? nil : "1100-\(420 + number)",
                city: "Lisboa",
                country: "PT"
            ),
            location: Location(
                latitude: 38.6 + Double(Int.random(in: 0..<2_000, using: &chance)) / 10_000,
                longitude: -9.2 + Double(Int.random(in: 0..<2_000, using: &chance)) / 10_000
            )
        )
    }
}

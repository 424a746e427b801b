import ArgumentParser
import EventModels

/// Counts what no reader can do without: each text that does not lie in a `String` itself is an allocation.
struct Texts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Counts the texts of the page that have more than 15 bytes of UTF-8, each of which any reader must allocate."
    )

    func run() {
        print(EventPage.hundred.items.flatMap(Self.texts).count { $0.utf8.count > 15 })
    }

    /// What of an event is kept as text.
    private static func texts(of event: Event) -> [String] {
        let always = [event.slug, event.title, event.timeZone, event.format.rawValue, event.status.rawValue, event.admission.rawValue]
        let address = event.venue?.address
        let venue = [event.venue?.name, address?.street, address?.postalCode, address?.city, address?.region, address?.country]
        return always + ([event.summary, event.description, event.coverUrl] + venue).compactMap(\.self)
    }
}

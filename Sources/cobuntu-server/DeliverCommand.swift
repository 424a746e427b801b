import ArgumentParser
import CharterService
import CharterSQLite
import CobuntuServer

/// `deliver`: takes e-mails out of the outbox without serving the API.
struct DeliverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Delivers the e-mails that are due, and ends.",
        discussion: """
            A server does so itself, all the time. Of several processes on one database, one delivers at a time. It prints how many it delivered, notes how many wait to be \
            tried again, and ends with 3 where some that were due could not be delivered.
            """
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    func run() async throws {
        let (service, resources) = try database.openExisting()
        guard let tally = try await service.delivery.deliverOnce() else {
            throw CommandRefusal("another process delivers what is due in \(database.path)")
        }
        let waiting = try await service.delivery.waiting()
        try await resources.store.close()
        print("\(tally.delivered) delivered")
        if let waiting { Console.note("note: \(waiting.count) wait to be tried again, the first until \(waiting.dueAt)") }
        if tally.refused + tally.postponed > 0 { throw UndeliveredMails(tally) }
    }
}

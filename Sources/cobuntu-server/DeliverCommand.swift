import ArgumentParser
import CharterService
import CharterSQLite
import CobuntuServer

/// `deliver`: takes e-mails out of the outbox without serving the API.
struct DeliverCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliver",
        abstract: "Delivers the e-mails that are due, and ends.",
        discussion: "A server does so itself, all the time. Of several processes on one database, one delivers at a time."
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    func run() async throws {
        let (service, resources) = try database.open()
        guard try await service.delivery.deliverOnce() else {
            throw CommandRefusal("another process delivers what is due in \(database.path)")
        }
        try await resources.store.close()
    }
}

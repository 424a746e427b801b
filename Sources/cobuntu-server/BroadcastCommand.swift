import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuModels
import CobuntuServer
import Foundation

/// `broadcast`: sends an e-mail to a segment from the admin side.
struct BroadcastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadcast",
        abstract: "Sends an e-mail to everyone in a segment, as the admin side does.",
        discussion: """
            It counts in the community's five sends a day, as those of the API do. A server that runs on the database delivers it, or else 'deliver'.
            """
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    @Option(help: "The community, by its tag.")
    var community: String

    @Option(help: "The segment, by its identifier.", transform: Self.id)
    var segment: UniqueID

    @Option(help: "The subject of the e-mail.")
    var subject: String

    @Option(help: "The e-mail as plain text.")
    var text: String

    @Option(help: "The same as HTML.")
    var html: String?

    @Option(help: "Where replies go; to the community's own address by default.")
    var replyTo: String?

    @Option(help: "Who sends it, for the records.")
    var sender = "command line"

    func run() async throws {
        let (service, resources) = try database.openExisting()
        let new = BroadcastCreate(segmentId: segment, subject: subject, text: text, html: html, replyTo: replyTo)
        // What callers of the API cannot send, the admin side cannot either.
        let faults = try APIDescription.cobuntu.faults(in: JSONCoding.encode(new), against: .named("BroadcastCreate"))
        guard faults.isEmpty else { throw ValidationError(faults.map { "\($0.field) \($0.message)" }.joined(separator: "; ")) }
        guard try await service.hasTenant(community) else {
            throw CommandRefusal("there is no community '\(community)' in \(database.path)")
        }
        let broadcast = try await service.handlers.sendBroadcast(new, in: community, by: sender)
        print("\(broadcast.id)\t\(broadcast.recipientCount) recipients")
        try await resources.store.close()
    }

    private static func id(_ text: String) throws -> UniqueID {
        guard let id = UniqueID(text) else { throw ValidationError("'\(text)' is no UUID") }
        return id
    }
}

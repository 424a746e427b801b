import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuServer
import Foundation

/// `communities import`: brings in what a file says.
struct ImportCommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Brings in what a file of JSON says of a community: all of it or nothing, also while the database is served.",
        discussion: """
            The file names its community, which is made where it is not there; the database too. It may have the lists members, events (with tiers), articles, products \
            (with variants), categories, hotspots and segments. Each thing is written whole, and known by its identifier, where the file says one, or else by its name: \
            e-mail address, slug, number. To bring the same file in again changes nothing, and what a file does not name stays as it is. \
            'communities export' writes such a file, with identifiers: keep that one, for a segment that callers of the API have renamed since is made anew under the \
            name of a file that does not give its identifier. What a server that runs on the database is to write waits until all of the file is in, thirty seconds at most, and is \
            answered with 500 then: bring in files of tens of thousands of things while few call.
            """
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    @Argument(help: "The file.", completion: .file())
    var file: String

    func run() async throws {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CommandRefusal("'\(file)' cannot be read: name a file of JSON that is there")
        }
        do {
            let read = try CommunityFile(reading: Array(bytes))
            try await database.tryIfNew(read)
            let (service, resources) = try database.open()
            let tally = try await service.handlers.bringIn(read)
            try await resources.store.close()
            for segment in tally.newSegments {
                let name = ListedLine.escaped(segment.name)
                Console.note("note: the segment '\(name)' is new, with the id \(segment.id): write that into the file")
            }
            for kind in tally.kinds { print("\(kind.name)\t\(kind.written) written\t\(kind.same) as they were") }
        } catch let faults as ImportFaults {
            throw CommandRefusal(faults.lines(of: file).joined(separator: "\nerror: ") + "\nnote: nothing was brought in")
        }
    }
}

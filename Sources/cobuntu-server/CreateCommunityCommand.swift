import ArgumentParser
import CharterRuntime
import CharterService
import CharterSQLite
import CobuntuServer

/// `communities create`: makes a community that has nothing.
struct CreateCommunityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Makes a community that has nothing yet, and the database where there is none.",
        discussion: "What the community has is brought in by 'communities import', which changes its name and its address too."
    )

    @OptionGroup var database: DatabaseOptions<Cobuntu>

    @Option(help: "What names the community in addresses, such as river-house; it never changes.")
    var tag: String

    @Option(help: "What the community is called.")
    var name: String

    @Option(help: "Its own e-mail address, from which broadcasts come.")
    var email: String

    func run() async throws {
        let members: [String: JSONValue] = ["tag": .string(tag), "name": .string(name), "email": .string(email)]
        let file: CommunityFile
        do {
            file = try CommunityFile(reading: JSONCoding.encode(JSONValue.object(members)))
        } catch let faults as ImportFaults {
            throw ValidationError(faults.lines(of: nil).map { "--\($0)" }.joined(separator: "\n"))
        }
        let (service, resources) = try database.open()
        guard try await service.handlers.create(file) else {
            throw CommandRefusal(
                "there is a community '\(tag)' already in \(database.path): choose another tag, or change it by 'communities import'"
            )
        }
        try await resources.store.close()
        print(tag)
    }
}

public import ArgumentParser
import CharterServer
import CharterSQLite
import Foundation

/// Which database a command works on.
public struct DatabaseOptions<Served: APIService>: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The SQLite file. By default that of the variable \(Served.variable("DATABASE")), or \(Served.tokenParty).sqlite here.",
            valueName: "file"
        ),
        completion: .file()
    )
    var database: String?

    /// Creates options that are not read yet.
    public init() {}

    /// The path of the database.
    public var path: String {
        database ?? Environment.value(Served.variable("DATABASE")) ?? "\(Served.tokenParty).sqlite"
    }

    /// The secret of the service: that of the variable `…_SECRET`, or else of the file beside the database, which is made when it is not there.
    public var secret: ServiceSecret {
        get throws {
            let variable = Served.variable("SECRET")
            if let text = Environment.value(variable) { return try ServiceSecret(base64: text, from: variable) }
            return try ServiceSecret(file: "\(path).secret")
        }
    }

    /// Opens the database that is there, and the service on it.
    ///
    /// - Throws: ``NoDatabase`` where there is none: a mistyped name must not make an empty one, in which nothing is found.
    public func openExisting() throws -> (service: Served, resources: ServiceResources) {
        guard FileManager.default.fileExists(atPath: path) else { throw NoDatabase(path: path, makers: Served.databaseMakers) }
        return try open()
    }

    /// Opens the database, which is made where there is none, and the service on it.
    public func open() throws -> (service: Served, resources: ServiceResources) {
        let resources = ServiceResources(store: try .open(path, for: Served.self), folder: path.parentFolder)
        return (try Served(resources), resources)
    }
}

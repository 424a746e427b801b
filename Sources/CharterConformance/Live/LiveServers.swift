import CharterRuntime
import Foundation
import Synchronization

/// The servers that the environment names, each looked up once.
enum LiveServers {
    private static let known = Mutex<[String: Result<LiveServer?, any Error>]>([:])

    /// The server of an API; nil where no variable names one.
    ///
    /// - Throws: ``LiveServerFault``
    static func server(of api: APIDescription) throws -> LiveServer? {
        try known.withLock { known in
            if let found = known[api.name] { return try found.get() }
            let found = Result<LiveServer?, any Error> { try LiveServer(of: api, in: ProcessInfo.processInfo.environment) }
            known[api.name] = found
            return try found.get()
        }
    }
}

import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Fixtures {
    /// The fixtures of the server that the environment names; nil where it names none.
    ///
    /// - Throws: ``UnusableEnvironment``
    init?(ofEnvironment prefix: String) throws {
        let values = ProcessInfo.processInfo.environment
        let (address, file) = (values["\(prefix)_BASE_URL"], values["\(prefix)_FIXTURES"])
        guard address != nil || file != nil else { return nil }
        guard let file else {
            throw UnusableEnvironment("\(prefix)_BASE_URL is set, and \(prefix)_FIXTURES is not: name the file with its fixtures")
        }
        do {
            var fixtures = try JSONCoding.decode(Fixtures.self, from: Array(try Data(contentsOf: URL(fileURLWithPath: file))))
            if let address { fixtures.baseURL = address }
            self = fixtures
        } catch {
            throw UnusableEnvironment("\(prefix)_FIXTURES names \(file), which holds no fixtures: \(error)")
        }
    }
}

/// The environment names a server in a way that cannot be used.
struct UnusableEnvironment: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

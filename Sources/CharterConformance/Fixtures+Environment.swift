import CharterRuntime

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension Fixtures {
    /// The fixtures of the server that variables name; nil where they name none.
    ///
    /// - Parameter prefix: What the names of the variables begin with.
    /// - Throws: ``UnusableEnvironment``
    init?(ofVariables prefix: String, in values: [String: String] = ProcessInfo.processInfo.environment) throws {
        let address = values["\(prefix)_BASE_URL"].flatMap { $0.isEmpty ? nil : $0 }
        guard let file = values["\(prefix)_FIXTURES"], !file.isEmpty else {
            guard address != nil else { return nil }
            throw UnusableEnvironment("\(prefix)_FIXTURES is not set: name the file that says what exists on the server")
        }
        guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file)) else {
            throw UnusableEnvironment("the fixtures \(file) cannot be read: a server writes them once it listens")
        }
        do throws(JSONFault) {
            self = try JSONCoding.decode(Fixtures.self, from: Array(bytes))
        } catch {
            throw UnusableEnvironment("the fixtures \(file) are not what checkers read: \(error)")
        }
        if let address { baseURL = address }
        let mayBeRemote = values["\(prefix)_ALLOW_REMOTE"] == "1"
        for address in [baseURL, control?.reset, control?.advanceClock].compactMap(\.self) {
            let base: BaseURL
            do {
                base = try BaseURL(address)
            } catch {
                throw UnusableEnvironment("\(error)")
            }
            guard mayBeRemote || base.isLoopback else {
                let help = "set \(prefix)_ALLOW_REMOTE=1 if it is there to be tested"
                throw UnusableEnvironment("\(base.host) is another machine, and checks write data: \(help)")
            }
        }
    }
}

/// Variables of the environment name a server in a way that cannot be used.
struct UnusableEnvironment: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

import Foundation
import Measuring

/// How SwiftPM has one module compiled.
struct CompilerCommand {
    let module: String
    /// The names of its Swift files.
    private let sources: Set<String>
    private let arguments: [String]
    private let scratch: String

    /// Finds the command in a build plan of SwiftPM.
    ///
    /// - Throws: ``FailedRun`` where the plan compiles no such module.
    init(of module: String, in plan: String, scratch: String, adding more: [String]) throws {
        let decoder = JSONDecoder()
        let lists = plan.split(separator: "\n").lazy.compactMap { line -> [String]? in
            guard line.hasPrefix("    args: ["), line.contains("\"\(module)\"") else { return nil }
            return try? decoder.decode([String].self, from: Data(line.dropFirst("    args: ".count).utf8))
        }
        guard let found = lists.first(where: { $0.contains("-c") && $0.value(of: "-module-name") == module }) else {
            throw FailedRun(["swift", "build"], "the plan has no command that compiles \(module)")
        }
        let response = found.first { $0.hasPrefix("@") }?.dropFirst()
        let paths = try response.map { try String(contentsOfFile: String($0), encoding: .utf8).split(separator: "\n") } ?? []
        sources = Set(paths.map { URL(fileURLWithPath: String($0)).lastPathComponent })
        (self.module, self.scratch) = (module, scratch)
        // Everything is compiled, whatever was compiled before.
        arguments = found.filter { $0 != "-incremental" && $0 != "-parseable-output" } + more
    }

    /// The number of its Swift files.
    var files: Int { sources.count }

    /// Compiles the module, and says what CPU time that took, of the driver and of all frontends.
    ///
    /// The compiler writes an index as it goes. What modules that are imported have in it, those of the system among them, stays from the
    /// first run on, for in a build their own importers came before; what this module has is written anew each time.
    func run() throws -> Double {
        var arguments = arguments
        if let place = arguments.firstIndex(of: "-index-store-path") {
            let folder = URL(fileURLWithPath: scratch).appending(path: "index-\(module)")
            if !FileManager.default.fileExists(atPath: folder.path) {
                arguments[place + 1] = folder.path
                _ = try ProcessMeasurement(running: arguments, output: log)
            }
            arguments[place + 1] = folder.path
            try removeOwnIndex(from: folder)
        }
        return try ProcessMeasurement(running: arguments, output: log).cpu
    }

    private var log: URL { URL(fileURLWithPath: "\(scratch)/\(module).log") }

    /// Removes what the index has of this module's files: `Article.swift-1QW…` among the records, `Article.swift.o-3BX…` among the units.
    private func removeOwnIndex(from folder: URL) throws {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let own = found?.compactMap { $0 as? URL }.filter { url in
            guard let dash = url.lastPathComponent.lastIndex(of: "-") else { return false }
            let name = String(url.lastPathComponent[..<dash])
            return sources.contains(name) || sources.contains(name.replacing(".swift.o", with: ".swift"))
        }
        for url in own ?? [] { try FileManager.default.removeItem(at: url) }
    }
}

extension [String] {
    fileprivate func value(of option: String) -> String? {
        firstIndex(of: option).map { $0 + 1 }.flatMap { $0 < count ? self[$0] : nil }
    }
}

import Foundation
import Measuring

/// How SwiftPM has one module compiled.
struct CompilerCommand {
    let module: String
    /// The number of its Swift files.
    let files: Int
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
        files = try response.map { try String(contentsOfFile: String($0), encoding: .utf8).split(separator: "\n").count } ?? 0
        (self.module, self.scratch) = (module, scratch)
        // Everything is compiled, whatever was compiled before.
        arguments = found.filter { $0 != "-incremental" && $0 != "-parseable-output" } + more
    }

    /// Compiles the module, and says what CPU time that took, of the driver and of all frontends.
    func run() throws -> Double {
        let folder = URL(fileURLWithPath: scratch).appending(path: "index-\(module)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var arguments = arguments
        // What the index has already is not written again: each run gets one of its own, as a first build does.
        if let place = arguments.firstIndex(of: "-index-store-path") { arguments[place + 1] = folder.path }
        return try ProcessMeasurement(running: arguments, output: URL(fileURLWithPath: "\(scratch)/\(module).log")).cpu
    }
}

extension [String] {
    fileprivate func value(of option: String) -> String? {
        firstIndex(of: option).map { $0 + 1 }.flatMap { $0 < count ? self[$0] : nil }
    }
}

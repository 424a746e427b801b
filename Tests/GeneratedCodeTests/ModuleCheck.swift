import CharterGenerator
import Foundation

/// What the compiler says of the files of a module.
struct ModuleCheck {
    /// The errors, each as `file:line: message`.
    let errors: [String]

    /// - Parameter models: a module that the files import, which is compiled before them.
    /// - Throws: if the compiler cannot be run.
    init(_ name: String, _ files: [GeneratedFile], importing models: (name: String, files: [GeneratedFile])? = nil) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charter-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var errors: [String] = []
        if let models {
            let module = ["-emit-module", "-emit-module-path", folder.appendingPathComponent("\(models.name).swiftmodule").path]
            errors += try Self.compile(models.files, named: models.name, in: folder, module)
        }
        self.errors = try errors + Self.compile(files, named: name, in: folder, ["-typecheck", "-I", folder.path])
    }

    private static func compile(_ files: [GeneratedFile], named name: String, in folder: URL, _ flags: [String]) throws -> [String] {
        let sources = try files.filter { $0.path.hasSuffix(".swift") }.map { file -> String in
            let source = folder.appendingPathComponent(name).appendingPathComponent(file.path)
            try FileManager.default.createDirectory(at: source.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents.utf8).write(to: source)
            return source.path
        }
        let report = folder.appendingPathComponent("\(name).txt")
        try Data().write(to: report)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments =
            ["swiftc", "-swift-version", "6", "-parse-as-library", "-module-name", name] + flags + BuiltModules.flags + sources
        compiler.standardInput = FileHandle.nullDevice
        compiler.standardOutput = FileHandle.nullDevice
        compiler.standardError = try FileHandle(forWritingTo: report)
        try compiler.run()
        compiler.waitUntilExit()
        let text = try String(contentsOf: report, encoding: .utf8)
        let place = /^.*\/(?<file>[^\/:]+:\d+):\d+: error: (?<message>.*)$/
        let errors = text.split(separator: "\n").compactMap { line in
            line.wholeMatch(of: place).map { "\($0.file): \($0.message)" }
        }
        if errors.isEmpty, compiler.terminationStatus != 0 { return ["the compiler failed: \(text.suffix(500))"] }
        return errors
    }
}

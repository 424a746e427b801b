import Foundation

/// What the compiler says of a few lines that use the modules under test.
struct TypeCheck {
    /// The errors, each as `line: message`.
    let errors: [String]

    /// - Throws: if the compiler cannot be run.
    init(_ lines: String) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("Lines.swift")
        let report = folder.appendingPathComponent("report.txt")
        try Data(lines.utf8).write(to: source)
        try Data().write(to: report)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["swiftc", "-typecheck", "-swift-version", "6"] + BuiltModules.flags + [source.path]
        compiler.standardInput = FileHandle.nullDevice
        compiler.standardOutput = FileHandle.nullDevice
        compiler.standardError = try FileHandle(forWritingTo: report)
        try compiler.run()
        compiler.waitUntilExit()
        let place = /^.*(Lines\.swift:|<unknown>:)(?<line>\d+)(:\d+)?: error: (?<message>.*)$/
        errors = try String(contentsOf: report, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.wholeMatch(of: place).map { "\($0.line): \($0.message)" }
        }
        if errors.isEmpty, compiler.terminationStatus != 0 { throw CocoaError(.executableRuntimeMismatch) }
    }
}

import Foundation

/// What the compiler says of a few lines that use the modules under test.
struct TypeCheck {
    /// The errors, each as `line: message`.
    let errors: [String]
    /// The warnings, likewise.
    let warnings: [String]

    /// - Parameter flags: Further arguments of the compiler.
    /// - Throws: if the compiler cannot be run.
    init(_ lines: String, flags: [String] = []) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("charter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("Lines.swift")
        let report = folder.appendingPathComponent("report.txt")
        try Data(lines.utf8).write(to: source)
        try Data().write(to: report)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["swiftc", "-typecheck", "-swift-version", "6"] + flags + BuiltModules.flags + [source.path]
        compiler.standardInput = FileHandle.nullDevice
        compiler.standardOutput = FileHandle.nullDevice
        compiler.standardError = try FileHandle(forWritingTo: report)
        try compiler.run()
        compiler.waitUntilExit()
        let place = /^.*(Lines\.swift:|<unknown>:)(?<line>\d+)(:\d+)?: (?<kind>error|warning): (?<message>.*)$/
        let found = try String(contentsOf: report, encoding: .utf8).split(separator: "\n").compactMap { line in
            line.wholeMatch(of: place).map { (kind: $0.kind, text: "\($0.line): \($0.message)") }
        }
        errors = found.filter { $0.kind == "error" }.map(\.text)
        warnings = found.filter { $0.kind == "warning" }.map(\.text)
        if errors.isEmpty, compiler.terminationStatus != 0 { throw CocoaError(.executableRuntimeMismatch) }
    }
}

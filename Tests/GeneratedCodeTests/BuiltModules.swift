import Foundation

/// The modules that were built together with the tests.
enum BuiltModules {
    /// What tells the compiler where they are, and where the C modules are that they were built with.
    static var flags: [String] {
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let checkouts = products.appendingPathComponent("../../checkouts").standardizedFileURL
        let written = moduleMaps(below: checkouts, depth: 5).filter { $0.contains("/Sources/") }.flatMap {
            ["-Xcc", "-I" + URL(fileURLWithPath: $0).deletingLastPathComponent().path]
        }
        let made = moduleMaps(below: products, depth: 2).filter { !$0.contains("-tool.build/") }.flatMap {
            ["-Xcc", "-fmodule-map-file=" + $0]
        }
        return ["-I", products.appendingPathComponent("Modules").path] + written + made
    }

    private static func moduleMaps(below folder: URL, depth: Int) -> [String] {
        guard let files = FileManager.default.enumerator(atPath: folder.path) else { return [] }
        var maps: [String] = []
        while let file = files.nextObject() as? String {
            if files.level >= depth { files.skipDescendants() }
            if file.hasSuffix("/module.modulemap") { maps.append("\(folder.path)/\(file)") }
        }
        return maps.sorted()
    }
}

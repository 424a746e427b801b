import Foundation
import Testing

/// The executable `charter`, which `swift build` puts beside the bundle of the tests.
enum CharterExecutable {
    static func url() throws -> URL {
        // On Linux the bundle is the first argument itself; on macOS the tests run in a program of Xcode's, and the bundle lies elsewhere.
        let bundles = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
        let places = bundles.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("charter") }
        return try #require(
            places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "The executable 'charter' is not beside the tests: build all of the package with 'swift build --build-tests' first."
        )
    }
}

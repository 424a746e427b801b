import Foundation
import Testing

/// An executable of this package, which `swift build` puts beside the bundle of the tests.
package enum BuiltExecutable {
    /// The place of an executable.
    ///
    /// - Throws: what fails the test where it was not built.
    package static func url(_ name: String) throws -> URL {
        // On Linux the bundle is the first argument itself; on macOS the tests run in a program of Xcode's, and the bundle lies elsewhere.
        let bundles = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
        let places = bundles.map { URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent(name) }
        return try #require(
            places.first { FileManager.default.isExecutableFile(atPath: $0.path) },
            "The executable '\(name)' is not beside the tests: build all of the package with 'swift build --build-tests' first."
        )
    }
}

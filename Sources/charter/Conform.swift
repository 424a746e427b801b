import ArgumentParser
import Foundation

/// The command `charter conform`, which runs the executable `charter-conform` beside this one: that one links what reaches the network.
struct Conform: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Holds a running API to its contract, from outside.",
        discussion: "All that follows is given to charter-conform; see 'charter conform --help'."
    )

    @Argument(parsing: .captureForPassthrough)
    var arguments: [String] = []

    func run() throws {
        let name = "charter-conform"
        guard let folder = Self.folder else { throw missing(name, in: nil) }
        let path = folder + "/" + name
        guard FileManager.default.isExecutableFile(atPath: path) else { throw missing(name, in: folder) }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        // It takes the place of this process, with its streams, its signals and its exit code.
        execv(path, &words)
        Console.fail("\(path) cannot be run: \(String(cString: strerror(errno)))")
        throw Outcome.impossible
    }

    private func missing(_ name: String, in folder: String?) -> Outcome {
        let place = folder.map { " in \($0)" } ?? " beside this executable"
        Console.fail("there is no \(name)\(place): build it there with 'swift build --product \(name)'")
        return .impossible
    }

    /// The folder of this executable, whatever links lead to it.
    private static var folder: String? {
        Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent().path
    }
}

/// A command that was to be measured and did not do what it is for.
struct FailedRun: Error, CustomStringConvertible {
    let description: String

    init(_ arguments: [String], _ output: String) {
        description = "'\(arguments.joined(separator: " "))' failed:\n\(output.prefix(4000))"
    }
}

/// A command that was to be measured and did not do what it is for.
package struct FailedRun: Error, CustomStringConvertible {
    package let description: String

    package init(_ arguments: [String], _ output: String) {
        description = "'\(arguments.joined(separator: " "))' failed:\n\(output.prefix(4000))"
    }
}

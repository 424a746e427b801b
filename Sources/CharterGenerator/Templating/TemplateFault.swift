/// What is wrong with a template, and where.
package struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The template's path below `Templates/`, or the file that overrides it.
    package var file: String
    /// The line, from 1.
    package var line: Int
    package var message: String
    package var help: String?

    package var description: String {
        "\(file):\(line): error: \(message) [template]" + (help.map { "\n  help: \($0)" } ?? "")
    }
}

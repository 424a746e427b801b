import CharterYAML

/// Reads a file that a contract includes; the work on contracts itself touches no disk.
///
/// - Parameter path: the path as it is shown to the user.
/// - Throws: why it cannot be read, in the words of the system.
package typealias SourceReader = (_ path: String) throws(UnreadableSource) -> SourceText

/// Why a file cannot be read: `No such file or directory`.
package struct UnreadableSource: Error {
    package var reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

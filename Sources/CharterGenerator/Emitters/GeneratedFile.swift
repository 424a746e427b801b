/// A file that was made in memory, with its path below the folder that it is generated into.
package struct GeneratedFile: Hashable, Sendable {
    package var path: String
    package var contents: String

    package init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}

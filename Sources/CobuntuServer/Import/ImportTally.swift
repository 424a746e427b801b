import CharterRuntime

/// How many things of a file were written, and how many were as the file says already.
package struct ImportTally: Hashable, Sendable {
    /// The things of each kind, in the order of the file.
    package private(set) var kinds: [Kind] = []

    /// The segments that were made, for which the file gives no identifier: should callers of the API rename one, the file names another.
    package internal(set) var newSegments: [NewSegment] = []

    /// A segment that was made.
    package struct NewSegment: Hashable, Sendable {
        /// Its identifier.
        package let id: UniqueID
        /// What it is called.
        package let name: String
    }

    /// Things of one kind.
    package struct Kind: Hashable, Sendable {
        /// What the file calls them.
        package let name: String
        /// Those that were new, or otherwise.
        package var written = 0
        /// Those that were as the file says.
        package var same = 0
    }

    /// Counts a thing.
    mutating func count(_ name: String, isWritten: Bool) {
        let index = kinds.firstIndex { $0.name == name } ?? kinds.endIndex
        if index == kinds.endIndex { kinds.append(Kind(name: name)) }
        if isWritten { kinds[index].written += 1 } else { kinds[index].same += 1 }
    }
}

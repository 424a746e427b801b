/// A text with the character U+0000, behind which the database would keep nothing: two texts could become one.
public struct UnstorableText: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public var description: String {
        "a text with the character U+0000 cannot be kept: the database would cut it off there"
    }
}

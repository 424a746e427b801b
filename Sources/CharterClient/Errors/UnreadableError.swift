/// The body of a reply is not the error that the API documents.
package struct UnreadableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    package var description: String { "the body does not say what the API's error bodies say" }
}

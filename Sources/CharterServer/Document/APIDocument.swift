/// The OpenAPI document of an API, as it is served: generated code has it as `APIDocument.shop`.
///
/// It is a part of the program, so that it is there wherever that runs, and is the one that belongs to its code.
public struct APIDocument: Sendable {
    let text: StaticString

    /// Takes the text of a document, as JSON.
    public init(_ text: StaticString) {
        self.text = text
    }
}

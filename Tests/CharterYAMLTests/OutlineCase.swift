import Testing

/// A text, and the outline of what it is read as.
struct OutlineCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let outline: String

    init(_ name: String, _ text: String, _ outline: String) {
        testDescription = name
        self.text = text
        self.outline = outline
    }
}

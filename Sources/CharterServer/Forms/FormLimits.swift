/// How much a form may be, beside the size and the depth that the API gives its bodies.
enum FormLimits {
    /// The most fields, or parts.
    static let fields = 1_000
    /// The most bytes of all header fields of one part.
    static let partHead = 8_192
}

/// How much a form may be, beside the size and the depth that the API gives its bodies.
enum FormLimits {
    /// The most fields, or parts.
    static let fields = 1_000
    /// The most objects and lists within each other of what a form stands for; the API bounds the brackets in its names.
    static let depth = 128
    /// The most bytes of all header fields of one part.
    static let partHead = 8_192
}

/// A handler gives a header field a value that cannot be sent; an error of whoever wrote it, not of a caller.
struct UnwritableHeader: Error, CustomStringConvertible {
    let name: String
    let endpoint: String

    var description: String {
        "a reply of '\(endpoint)' has characters in \(name) that no header field can have, or a list with commas or empty texts in its items"
    }
}

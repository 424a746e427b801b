/// Why a list cannot be read to its end.
public enum PagingFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Two pages in a row are the same byte for byte, so that the server does not heed the offset.
    case repeatedPage(offset: Int)
    /// The server says that it used another offset than the one asked for.
    case otherOffset(asked: Int, used: Int)

    /// What happened, in a sentence.
    public var description: String {
        switch self {
        case .repeatedPage(let offset): "the page at offset \(offset) repeats the one before it"
        case .otherOffset(let asked, let used): "the server answered the page at offset \(used) where the one at \(asked) was asked for"
        }
    }
}

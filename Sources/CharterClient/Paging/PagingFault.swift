/// Why a list cannot be read to its end.
public enum PagingFault: Error, Hashable, Sendable {
    /// Two pages in a row are the same byte for byte, so that the server does not heed the offset.
    case repeatedPage(offset: Int)
    /// Two pages in a row are the same byte for byte, so that the server does not heed the page's number.
    case repeatedPageNumber(Int)
    /// A page leads to one that was read before: by its cursor, its URL or its last item.
    case repeatedPosition
    /// The server says that it used another offset than the one asked for.
    case otherOffset(asked: Int, used: Int)
    /// The server says that it used another page than the one asked for.
    case otherPage(asked: Int, used: Int)
    /// The page says that more follows, and gives neither cursor nor URL.
    case missingPosition
    /// The last item of a page has no text or whole number in that field, behind which the next page would begin.
    case missingField(String)
    /// The URL of the next page, shown without its query, is none, or lies outside the API's base URL; keys are not sent there.
    case foreignURL(String)
}

extension PagingFault: CustomStringConvertible {
    /// What happened, in a sentence.
    public var description: String {
        switch self {
        case .repeatedPage(let offset): "the page at offset \(offset) repeats the one before it"
        case .repeatedPageNumber(let number): "page \(number) repeats the one before it"
        case .repeatedPosition: "the page leads to one that was read before"
        case .otherOffset(let asked, let used): "the server answered the page at offset \(used) where the one at \(asked) was asked for"
        case .otherPage(let asked, let used): "the server answered page \(used) where page \(asked) was asked for"
        case .missingPosition: "the page says that more follows, and does not say where"
        case .missingField(let name): "the last item of the page has no \"\(name)\" behind which the next page begins"
        case .foreignURL(let url): "the next page is said to be at \"\(url)\", which is not below the API's base URL"
        }
    }
}

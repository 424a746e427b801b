/// Where a page of a list begins, as a request says it.
enum PagePosition: Hashable, Sendable {
    /// At the beginning; the request says nothing.
    case beginning
    /// Behind so many items.
    case offset(Int)
    /// At the page of that number.
    case page(Int)
    /// Where a cursor leads.
    case cursor(String)
    /// Behind the item whose field has that value.
    case after(String)
    /// Before the item whose field has that value.
    case before(String)
    /// At a URL that the page before gave; relative ones are meant from the target of that page's request.
    case url(String, from: String)
}

/// Where the reading of a list begins.
public enum PageStart: Hashable, Sendable {
    /// Behind so many items, where pages are found by offset.
    case offset(Int)
    /// With the page of that number, where pages are numbered.
    case page(Int)
    /// With the page that a cursor leads to, where the API gives cursors.
    case cursor(String)
    /// Behind the item whose field has that value, where pages follow an item.
    case after(String)
    /// With the page before the item whose field has that value, where pages follow an item and have a way back; it goes on to that item.
    case before(String)
}

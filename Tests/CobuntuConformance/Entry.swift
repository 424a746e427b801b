/// Something that a community has, shown to everybody or kept back: a draft, a private profile.
struct Entry<Item: Sendable>: Sendable {
    var item: Item
    var isPublic: Bool
}

extension Array {
    /// The items that everybody may see.
    func published<Item>() -> [Item] where Element == Entry<Item> {
        filter(\.isPublic).map(\.item)
    }
}

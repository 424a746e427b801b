extension Book {
    /// The price as it stands on the book, such as `14.90`.
    public var priceTag: String {
        let cents = String(price % 100)
        return "\(price / 100).\(cents.count < 2 ? "0" : "")\(cents)"
    }
}

extension APIDescription.Paging {
    /// The largest offset that a request may ask for, and the number of the last item that a page may begin with.
    ///
    /// Larger ones are refused, so that adding to an offset cannot overflow; it is the largest whole number that every reader of JSON knows
    /// exactly (RFC 8259 §6).
    public static let maximumOffset = 9_007_199_254_740_991
}

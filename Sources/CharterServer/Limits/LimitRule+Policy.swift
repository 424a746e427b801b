extension LimitRule {
    /// The most that is ever left: what a window allows, or a bucket holds.
    var capacity: Int { burst ?? allow }

    /// In how many seconds as much as the capacity is allowed again; nil where windows are not always of the same length.
    ///
    /// A bucket is filled in that time, rounded up: who goes by it is never refused.
    var capacitySeconds: Int? {
        guard let seconds = window.seconds, let burst else { return window.seconds }
        let (product, overflows) = burst.multipliedReportingOverflow(by: seconds)
        return overflows ? .max : product / allow + (product % allow == 0 ? 0 : 1)
    }
}

/// A quota counts requests, and the server was given no place where counts survive it; an error of whoever set it up, not of a caller.
struct MissingQuotaStore: Error, CustomStringConvertible {
    /// The names of the quotas.
    let limits: [String]

    var description: String {
        let names = limits.map { "'\($0)'" }.joined(separator: ", ")
        return "nothing keeps what is counted for \(names), which must outlive the process: hand a LimitStore to APIRoutes(_:keys:quotas:)"
    }
}

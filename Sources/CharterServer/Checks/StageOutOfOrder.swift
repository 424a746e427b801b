import CharterRuntime

/// A check stands before another one whose findings it needs; an error of whoever described the API, not of a caller.
struct StageOutOfOrder: Error, Hashable, CustomStringConvertible {
    let stage: APIDescription.RequestRules.Stage
    let needed: APIDescription.RequestRules.Stage

    var description: String {
        "'\(stage.rawValue)' needs what '\(needed.rawValue)' finds out: put '\(needed.rawValue)' before it in 'requests.order'"
    }
}

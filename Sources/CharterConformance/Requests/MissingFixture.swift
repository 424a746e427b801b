/// Why a check is not possible.
struct MissingFixture: Error, Hashable, CustomStringConvertible {
    /// Why, in words: `the fixtures lack a second tenant`.
    var description: String
    /// Whether a bound of the run is the reason.
    var isBound = false

    /// What the fixtures would have to hold.
    init(_ lacking: String) {
        description = "the fixtures lack \(lacking)"
    }

    /// What the data of the server would have to be.
    init(unfit reason: String) {
        description = reason
    }

    /// Somebody has ended the run.
    init(interruption: Void) {
        description = "the run was interrupted"
        isBound = true
    }

    /// What a run has used up.
    init(bound: String) {
        description = "the run has used up its \(bound)"
        isBound = true
    }
}

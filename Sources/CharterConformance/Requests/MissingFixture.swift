/// What the fixtures would have to hold for a check to be possible.
struct MissingFixture: Error, Hashable, CustomStringConvertible {
    var description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Why a body is no form that could be read.
struct MalformedForm: Error, Hashable {
    /// What is wrong, said of "the body".
    var message: String
}

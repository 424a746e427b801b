/// The API takes tokens, and the server was given nothing that verifies them; an error of whoever set it up, not of a caller.
struct MissingTokenVerifier: Error, CustomStringConvertible {
    let credential: String

    var description: String {
        "nothing verifies the tokens of '\(credential)': hand a TokenVerifier to APIRoutes(_:keys:tokens:)"
    }
}

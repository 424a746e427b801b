/// Code asks for something that the API's description does not have; an error of whoever wrote them, not of a caller.
struct UndescribedName: Error, CustomStringConvertible {
    let name: String
    let endpoint: String

    var description: String {
        "the description of '\(endpoint)' has nothing of the name '\(name)'"
    }
}

/// A remembered answer cannot be opened; an error of whoever runs the server, not of a caller.
///
/// The call was done, so that it is not done again: whoever repeats it is answered 500 for as long as the call is remembered.
struct UnreadableAnswer: Error, Hashable, CustomStringConvertible {
    var description: String {
        "a remembered answer was sealed with another secret, or is damaged: hand the same ServerSecret to APIRoutes(_:keys:secret:) in every process"
    }
}

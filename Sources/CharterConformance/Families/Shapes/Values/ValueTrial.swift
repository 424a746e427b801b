import CharterRuntime

/// A value that is tried at some place of a request, and whether it fits there.
struct ValueTrial: Sendable {
    /// What is tried: `too-long`.
    let name: String
    let isValid: Bool
    /// A valid value that is less rare: where it is refused too, the one that is tried is not refused for being rare.
    let common: JSONValue?
    /// The value; nil where the place is left empty.
    let value: @Sendable () -> JSONValue?

    init(
        _ name: String,
        isValid: Bool = false,
        besides common: JSONValue? = nil,
        _ value: @escaping @autoclosure @Sendable () -> JSONValue?
    ) {
        self.name = name
        self.common = common
        self.isValid = isValid
        self.value = value
    }
}

import CharterRuntime

/// A value that is tried at some place of a request, and whether it fits there.
struct ValueTrial: Sendable {
    /// What is tried: `too-long`.
    let name: String
    let isValid: Bool
    /// The value; nil where the place is left empty.
    let value: @Sendable () -> JSONValue?

    init(_ name: String, isValid: Bool = false, _ value: @escaping @autoclosure @Sendable () -> JSONValue?) {
        self.name = name
        self.isValid = isValid
        self.value = value
    }
}

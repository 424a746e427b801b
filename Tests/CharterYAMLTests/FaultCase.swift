import Testing

/// A text, and the faults it has: place and rule.
struct FaultCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let faults: [String]

    init(_ name: String, _ text: String, _ faults: String...) {
        testDescription = name
        self.text = text
        self.faults = faults
    }
}

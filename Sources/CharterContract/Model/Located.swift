import CharterYAML

/// A value of a contract, with its place in the file and whether the documentation states it.
package struct Located<Value: Sendable>: Sendable {
    package var value: Value
    package var span: SourceSpan
    /// Whether the value stands under `!assumed`: the documentation leaves it out and the contract's author filled it in.
    package var isAssumed: Bool

    package init(_ value: Value, at span: SourceSpan, isAssumed: Bool) {
        self.value = value
        self.span = span
        self.isAssumed = isAssumed
    }

    package func map<Other>(_ transform: (Value) -> Other) -> Located<Other> {
        Located<Other>(transform(value), at: span, isAssumed: isAssumed)
    }
}

/// A fact that a contract states, or switches off with `none`.
package enum Setting<Value: Sendable>: Sendable {
    case none
    case some(Value)

    package var value: Value? {
        if case .some(let value) = self { value } else { nil }
    }
}

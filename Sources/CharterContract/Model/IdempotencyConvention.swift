import CharterRuntime
import CharterYAML

/// A way in which a call is repeated safely.
package struct IdempotencyConvention: Sendable {
    package var name: Located<String>
    package var place: Located<APIDescription.Idempotency.Place>
    /// What a key may be; nil where any short text will do.
    package var form: TypeUse?
    package var isRequired: Located<Bool>
    /// For how many seconds a key is remembered; nil for ever.
    package var retention: Located<Int?>
    package var scope: Located<[APIDescription.Idempotency.Partition]>
    package var comparesPayload: Located<Bool>
    package var remembers: Located<APIDescription.Idempotency.Outcomes>
    package var replayHeader: Located<String>?
    package var about: String?
    /// The keys of the facts that stand under `!assumed`.
    package var assumed: [String]

    /// Whether it means something to an endpoint: it changes something, and has a body where the key stands in one.
    package func fits(_ endpoint: Endpoint) -> Bool {
        if case .field = place.value, endpoint.takes == nil { return false }
        return endpoint.method.value != .get
    }
}

extension TypeUse {
    /// A short text, which is what a key is that the contract says nothing of.
    static func anyKey(at span: SourceSpan) -> TypeUse {
        var use = TypeUse(.named(Scalar.string.rawValue), at: span, isAssumed: false)
        use.length = Located(BoundsText(minimum: "1", maximum: "255"), at: span, isAssumed: false)
        use.example = Located("8e03978e-40d5-43e8-bc93-6894a57f9324", at: span, isAssumed: false)
        return use
    }
}

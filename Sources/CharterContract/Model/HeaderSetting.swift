import CharterYAML

/// A header field that requests carry, or one that is switched off for some endpoints.
package struct HeaderSetting: Sendable {
    package var name: Located<String>
    /// The field; nil for `none`.
    package var field: Field?

    /// The name as HTTP compares it (RFC 9110 §5.1).
    package var key: String { name.value.lowercased() }
}

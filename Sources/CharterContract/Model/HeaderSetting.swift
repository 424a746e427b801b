import CharterRuntime
import CharterYAML

/// A header field that requests carry, or one that is switched off or forbidden for some endpoints.
package struct HeaderSetting: Sendable {
    package var name: Located<String>
    /// The field; nil for `none` and `forbidden`.
    package var field: Field?
    /// How a request is answered that has the field, where none may; nil everywhere else.
    package var forbidden: Located<APIDescription.ErrorFormat.Fault>?

    /// The name as HTTP compares it (RFC 9110 §5.1).
    package var key: String { name.value.lowercased() }
}

import CharterYAML

/// What a `charter.yaml` says of the contracts beside it: which of them, what becomes of them, and how.
package struct GenerationSettings: Sendable {
    /// What can be made of a contract.
    package enum Part: String, CaseIterable, Sendable {
        case models, client, server, conformance, openapi
    }

    /// Who sees the generated declarations.
    package enum Access: String, CaseIterable, Sendable {
        case `public`, package, `internal`
    }

    /// The contract files, relative to the settings; nil where the key is left out.
    package var contracts: [Located<String>]?
    /// What to make; nil where the key is left out.
    package var emit: [Located<Part>]?
    /// Who sees it; nil where the key is left out.
    package var access: Located<Access>?
    /// The module that holds the models, where another one does than Charter would take.
    package var models: Located<String>?
    /// A folder of templates that replace those of the same path inside charter, relative to the settings.
    package var templates: Located<String>?

    /// Settings that leave everything out.
    package init() {}
}

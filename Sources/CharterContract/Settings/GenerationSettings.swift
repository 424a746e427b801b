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

    /// What becomes of an endpoint of which a server has no handler.
    package enum MissingHandlers: String, CaseIterable, Sendable {
        /// The compiler warns, and the endpoint is answered 501.
        case warn
        /// The server does not compile.
        case fail
    }

    /// The contract files, relative to the settings; nil where the key is left out.
    package var contracts: [Located<String>]?
    /// What to make; nil where the key is left out.
    package var emit: [Located<Part>]?
    /// Who sees it; nil where the key is left out.
    package var access: Located<Access>?
    /// The module that holds the models, where another one does than Charter would take.
    package var models: Located<String>?
    /// What becomes of missing handlers; nil where the key is left out.
    package var missingHandlers: Located<MissingHandlers>?
    /// A folder of templates that replace those of the same path inside charter, relative to the settings.
    package var templates: Located<String>?

    /// Settings that leave everything out.
    package init() {}
}

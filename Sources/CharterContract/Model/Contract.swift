import CharterYAML

/// A contract as its file states it: every value with its place, references not yet followed.
package struct Contract: Sendable {
    package var api: Located<String>
    package var title: Located<String>
    package var about: String?
    package var version: Located<String>
    /// The day of the documentation that it follows, such as `2026-05-01`.
    package var revision: Located<String>?
    package var servers: [Server]
    package var contact: Located<Contact>?
    package var license: Located<License>?
    package var promise: Located<Promise>
    package var credentials: [Credential]
    package var tenancy: Located<Tenancy>?
    package var scopes: [Scope]
    package var roles: [Role]
    package var limits: [Limit]
    package var paginations: [Pagination]
    package var errors: Located<ErrorConvention>
    package var conventions: Conventions
    package var path: [Field]
    /// The header fields of every request.
    package var headers: [HeaderSetting]
    package var groups: [Group]
    /// What endpoints of one method take where neither they nor their groups say something.
    package var methods: [MethodDefaults]
    package var endpoints: [Endpoint]
    package let types: [TypeDeclaration]
    /// The named types by name, and the views of those that have them; kept, since many rules ask for it.
    let typesByName: [String: TypeDeclaration]
    package var extensions: [OrderedJSON.Member]
    /// How grave this contract takes the rules that it names.
    package var lint: [LintSetting]
    /// The parts of the file by their keys, so that a diagnostic can say where to declare what is missing.
    package var sections: [String: Section]
    /// The keys of the facts of the API as a whole that stand under `!assumed`.
    package var assumed: [String]
    /// The number of facts under `!assumed`.
    package var assumedFacts: Int
    /// The descriptions behind which a comment stands that was most likely meant as text.
    package var cutDescriptions: [SourceSpan]
}

extension Contract {
    /// A top-level key, and the names that are written below it.
    package struct Section: Sendable {
        package var span: SourceSpan
        /// Every name below the key, also of what could not be read; nil where no map of names stands there.
        package var names: [String]?
    }

    /// One place where the API is served.
    package struct Server: Sendable {
        package var name: Located<String>
        package var url: Located<String>
        /// The environment whose keys are valid here; nil where all are.
        package var environment: Located<String>?
        package var about: String?
    }

    /// Whom to ask about the API.
    package struct Contact: Sendable {
        package var name: String?
        package var url: String?
        package var email: String?
    }

    /// Under what terms the description of the API may be used.
    package struct License: Sendable {
        package var name: String
        package var url: String?
        package var identifier: String?
    }

    /// What a new release may change under the same path version.
    package enum Promise: String, CaseIterable, Sendable {
        case additiveOnly = "additive-only"
        case none
    }
}

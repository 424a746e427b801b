import CharterRuntime

/// What a contract says, with every reference followed and every default filled in: what emitters read.
///
/// It holds no place of the file, so that what is generated changes only when what the contract says changes.
package struct ResolvedAPI: Sendable {
    package var name: String
    package var title: String
    package var about: String?
    package var version: String
    /// The day of the documentation that the contract follows, or nil.
    package var revision: String?
    package var servers: [Server]
    package var contact: Contract.Contact?
    package var license: Contract.License?
    package var promise: Contract.Promise
    package var credentials: [ResolvedCredential]
    package var scopes: [ResolvedScope]
    package var roles: [ResolvedScope]
    package var limits: [ResolvedLimit]
    package var tenancy: ResolvedTenancy?
    package var errors: APIDescription.ErrorFormat
    package var conventions: ResolvedConventions
    /// What endpoints are filed under.
    package var tags: [Tag]
    package var endpoints: [ResolvedEndpoint]
    package var types: [ResolvedType]
    /// The schemas of the types by name; kept, since every generated file asks for them.
    package var schemas: [String: Schema]
    /// Which scope satisfies which; kept, since every endpoint asks for it.
    var scopeClosure: ScopeClosure
    /// The keys that some endpoint wants several of at once; kept, since every endpoint asks for them.
    package var keyCombinations: [[PresentedKey]]
    /// Whether there are credentials, and endpoints that are open without one; kept, since every method of the client asks for it.
    package var isPartlyOpen: Bool
    package var extensions: [OrderedJSON.Member]
    /// The keys of the top-level facts that the documentation does not state.
    package var assumed: [String]

    /// One place where the API is served.
    package struct Server: Sendable {
        package var name: String
        package var url: String
        package var environment: String?
        package var about: String?
    }

    /// A heading of the reference.
    package struct Tag: Sendable {
        package var name: String
        package var about: String
    }
}

extension ResolvedAPI {
    /// Whether a holder of the one scope may do what needs the other: it is the same, or grants it directly or through others.
    package func scope(_ held: String, satisfies required: String) -> Bool {
        scopeClosure.scope(held, satisfies: required)
    }

    /// Whether a holder of the one scope may do what needs these.
    package func scope(_ held: String, satisfies required: APIDescription.Requirement) -> Bool {
        required.alternatives.contains { $0.allSatisfy { scopeClosure.scope(held, satisfies: $0) } }
    }
}

/// A named type.
package struct ResolvedType: Sendable {
    package var name: String
    package var schema: Schema
}

/// Some scopes by name, or all there are.
package enum ScopeNames: Sendable, Hashable {
    case all
    case only([String])
}

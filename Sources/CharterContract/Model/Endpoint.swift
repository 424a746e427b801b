import CharterYAML

/// Defaults for the endpoints at and below a path.
package struct Group: Sendable {
    package var name: Located<String>
    package var prefix: Located<PathPattern>
    package var about: String?
    package var defaults: Defaults
}

/// What an endpoint says itself or takes from its groups; nil where nothing is said.
package struct Defaults: Sendable {
    package var auth: Located<Setting<Requirement>>?
    package var scope: Located<Setting<Requirement>>?
    /// The roles of which callers with roles need one; none where any will do.
    package var roles: Located<[Located<String>]>?
    package var tenancy: Located<TenantReach>?
    package var headers: [HeaderSetting] = []
    package var limits: Located<[Located<String>]>?
    package var pagination: Located<Setting<String>>?
    package var idempotency: Located<Setting<String>>?
    /// Whether results stand alone where others are wrapped.
    package var isBare: Located<Bool>?
    package var path: [Field]
}

/// One method on one path.
package struct Endpoint: Sendable {
    package var method: Located<Method>
    package var path: Located<PathPattern>
    package var id: Located<String>
    package var does: Located<String>
    package var about: String?
    package var own: Defaults
    package var query: [Field]
    package var takes: TypeUse?
    package var returns: Success
    package var fails: [Failure]
    package var details: Details
    /// The keys of the facts that stand under `!assumed` here, but for those that groups can give and those of parameters.
    package var assumed: [String]
    package var extensions: [OrderedJSON.Member]

    /// The methods an endpoint can have.
    package enum Method: String, CaseIterable, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"

        /// Whether a body means something to this method (RFC 9110 §9.3).
        package var takesBody: Bool {
            switch self {
            case .post, .put, .patch: true
            case .get, .delete: false
            }
        }
    }

    /// What is answered when all went well.
    package struct Success: Sendable {
        package var status: Located<Int>
        /// Further statuses with the same body.
        package var otherStatuses: [Located<Int>] = []
        package var body: TypeUse?
    }

    /// A failure that is special to an endpoint.
    package struct Failure: Sendable {
        package var status: Located<Int>
        package var code: Located<String>
        package var when: String
    }
}

extension APIDescription {
    /// One way for a caller to say who it is.
    public struct Credential: Hashable, Sendable {
        /// The name that endpoints use for it: `apiKey`.
        public var name: String
        /// Where a request carries it.
        public var place: Place
        /// Other places that are looked at, in order, where the first is empty.
        public var fallbackPlaces: [Place]
        /// What becomes of a request that fills in more than one place.
        public var duplicates: Duplicates
        /// What the text of the credential is.
        public var form: Form
        /// The kinds of key it comes in, told apart by prefix; empty for tokens, which have no kinds.
        public var kinds: [KeyKind]
        /// The scopes that a credential without kinds can hold at most.
        public var holds: ScopeSet
        /// Where a token may be kept; nil where the contract does not say it, which is as if it belonged on servers.
        ///
        /// Of keys, their kind says it.
        public var use: KeyKind.Use?
        /// The roles that its callers can have; empty where callers have none.
        public var roles: [String]
        /// The names of the limits that count every request made with it, whatever its kind.
        public var limits: [String]
        /// The value of `WWW-Authenticate` that a 401 carries (RFC 9110 §11.6.1), or nil where the API sends none.
        public var challenge: String?

        /// Creates a credential.
        public init(
            name: String,
            place: Place,
            fallbackPlaces: [Place] = [],
            duplicates: Duplicates = .reject,
            form: Form = .key,
            kinds: [KeyKind] = [],
            holds: ScopeSet = .only([]),
            use: KeyKind.Use? = nil,
            roles: [String] = [],
            limits: [String] = [],
            challenge: String? = nil
        ) {
            self.name = name
            self.place = place
            self.fallbackPlaces = fallbackPlaces
            self.duplicates = duplicates
            self.form = form
            self.kinds = kinds
            self.holds = holds
            self.use = use
            self.roles = roles
            self.limits = limits
            self.challenge = challenge
        }

        /// The kind of that name, or nil.
        public func kind(named name: String) -> KeyKind? {
            kinds.first { $0.name == name }
        }
    }
}

extension APIDescription.Credential {
    /// The place of a credential in a request.
    public enum Place: Hashable, Sendable {
        /// A header field that holds the credential and nothing else.
        case header(String)
        /// A header field that holds a scheme's word, one space and the credential: `Authorization: Bearer …` (RFC 9110 §11.4).
        case scheme(String, header: String)
        /// A query parameter.
        case query(String)
        /// `Authorization: Basic …` (RFC 7617), with the credential as user name or as password.
        case basic(BasicPart, other: OtherPart)
    }

    /// The part of a Basic credential that holds the key.
    public enum BasicPart: String, Hashable, Sendable {
        /// The text before the colon.
        case user
        /// The text behind the colon.
        case password
    }

    /// What the part of a Basic credential is that does not hold the key.
    public enum OtherPart: String, Hashable, Sendable {
        /// It has no text: where it has one, the credential is malformed.
        case empty
        /// It is not looked at.
        case any
    }

    /// What becomes of a request that carries the credential in more than one place.
    public enum Duplicates: String, Hashable, Sendable {
        /// It is refused, even if both are the same.
        case reject
        /// The first place counts.
        case first
    }

    /// What the text of a credential is.
    public enum Form: String, Hashable, Sendable {
        /// A key that the server has stored, hashed.
        case key
        /// A JSON Web Token (RFC 7519), which says itself who its bearer is.
        case jwt
    }
}

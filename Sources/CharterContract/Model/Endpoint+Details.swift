import CharterRuntime
import CharterYAML

extension Endpoint {
    /// What an endpoint says of its own request and reply beside their types; nil where nothing is said.
    package struct Details: Sendable {
        package var patch: Located<Patch>?
        /// What becomes of a change that changes nothing.
        package var empty: Located<Empty>?
        package var again: Located<Int>?
        /// Whether and how a reply says where the new thing is.
        package var location: Located<Location>?
        /// The header fields of the reply.
        package var gives: [Field] = []
        package var rules: [Rule] = []
        package var filters: [Filter] = []
        /// The largest body in bytes.
        package var size: Located<Int>?
        package var media: Located<[Located<Media>]>?
        package var deprecation: Deprecation?

        /// The keys that these facts have on an endpoint.
        static let keys = [
            "patch", "empty", "again", "location", "gives", "rules", "filters", "size", "media", "deprecated", "sunset", "instead",
        ]
    }

    /// Where a new thing is.
    package enum Location: Hashable, Sendable {
        /// The reply does not say it.
        case unsaid
        /// Below the path of the request, by the name that it has there.
        case below
        /// At another path, by members of the body.
        case path(PathPattern)
    }

    /// What the body of a change means for objects inside it.
    package enum Patch: String, CaseIterable, Sendable {
        case merge, replace
    }

    /// What becomes of a change that changes nothing.
    package enum Empty: String, CaseIterable, Sendable {
        case accept, reject
    }

    /// A media type of bodies.
    package enum Media: String, CaseIterable, Sendable {
        case json, form, multipart
    }

    /// What must hold of several query parameters together.
    package struct Rule: Sendable {
        package var kind: Kind
        package var parameters: [Located<String>]
        /// How far apart the two ends of a span may be, in seconds.
        package var seconds: Located<Int>?
        package var span: SourceSpan

        /// What a rule asks for.
        package enum Kind: String, CaseIterable, Sendable {
            case span, order, together
            case oneOf = "one-of"
            case atMostOne = "at-most-one"

            /// Whether the two parameters are the ends of a stretch of time.
            package var isStretch: Bool { self == .span || self == .order }
        }
    }

    /// What a parameter, or a member of what a search takes, leaves of the list.
    package struct Filter: Sendable {
        package var name: Located<String>
        /// Of several, one that holds is enough; none where it is said that no field of the items tells what it does.
        package var comparisons: [Comparison]
    }

    /// How a field of the items stands to what is asked for.
    package struct Comparison: Sendable {
        /// The field; dots lead into objects.
        package var field: Located<String>
        package var relation: Located<APIDescription.Filter.Relation>
    }

    /// Until when an endpoint is served.
    package struct Deprecation: Sendable {
        /// Since when; nil for `yes`.
        package var since: Located<String>?
        package var sunset: Located<String>?
        /// The id of the endpoint to use.
        package var successor: Located<String>?
    }
}

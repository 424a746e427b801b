import CharterContract
import CharterRuntime

/// The checks that an endpoint's conventions call for: those that the conformance suite carries out.
extension ConformanceCheck {
    /// The checks of an endpoint, in the order of the suite.
    package static func checks(of endpoint: ResolvedEndpoint, in api: ResolvedAPI) -> [ConformanceCheck] {
        // Checks follow from the conventions and from the endpoint itself, and from those that show everyone what its path names: the
        // others are not described again for each.
        var conventions = api
        conventions.endpoints = api.endpoints.filter { other in
            other.tenancy != .tenant && other.path.segments.first == endpoint.path.segments.first
        }
        conventions.types = []
        let (description, subject) = (conventions.description, endpoint.description)
        return description.checks(of: subject).map { ConformanceCheck($0, title: $0.title(on: subject, in: description)) }
    }
}

import CharterContract
import CharterRuntime

/// The checks that an endpoint's conventions call for: those that the conformance suite carries out.
extension ConformanceCheck {
    /// The checks of an endpoint, in the order of the suite.
    package static func checks(of endpoint: ResolvedEndpoint, in api: ResolvedAPI) -> [ConformanceCheck] {
        // Checks follow from the conventions and from the endpoint itself, and from those that show everyone what its path names: the
        // others are not described again for each.
        var conventions = api
        conventions.endpoints = []
        if api.tenancy != nil, endpoint.tenancy == .tenant {
            // By index: to look at an endpoint in a loop would copy it.
            let shown = api.endpoints.indices.filter { index in
                api.endpoints[index].tenancy != .tenant && api.endpoints[index].path.segments.first == endpoint.path.segments.first
            }
            conventions.endpoints = shown.map { api.endpoints[$0] }
        }
        conventions.types = []
        let (description, subject) = (conventions.description, endpoint.description)
        return description.checks(of: subject).map { ConformanceCheck($0, title: $0.title(on: subject, in: description)) }
    }
}

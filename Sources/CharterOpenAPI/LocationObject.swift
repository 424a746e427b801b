import CharterContract
import CharterRuntime

/// The header field that says where a new thing is (RFC 9110 §10.2.2).
struct LocationObject {
    private let endpoint: ResolvedEndpoint
    private let api: ResolvedAPI

    init(_ endpoint: ResolvedEndpoint, in api: ResolvedAPI) {
        self.endpoint = endpoint
        self.api = api
    }

    /// The header field; nil where the endpoint does not say where a new thing is.
    var member: OrderedJSON.Member? {
        guard let path = endpoint.success.location else { return nil }
        let example = OrderedJSON.string(basePath + text(path))
        return ConventionHeader.member(
            "Location",
            "Where what was created is found: `\(path.colonText)` (RFC 9110 §10.2.2).",
            ["type": "string", "format": "uri-reference", "example": example],
            example: example
        )
    }

    /// The path with the values of the examples.
    private func text(_ path: PathPattern) -> String {
        let own = endpoint.path.segments
        let isBelow = path.segments.starts(with: own)
        return path.segments.enumerated().map { index, segment in
            switch segment {
            case .literal(let text): return "/" + text
            case .parameter(let name):
                let given = endpoint.pathParameters.first { $0.name == name }?.schema.example
                let made = endpoint.success.body?.example[name]
                let value = isBelow && index < own.count ? given : made ?? given
                return "/" + PercentEncoding.encode(value?.plainText ?? name)
            }
        }.joined()
    }

    /// The path of the first server, below which every other path stands.
    private var basePath: String {
        let url = api.servers.first?.url ?? ""
        let host = url.split(separator: "//", maxSplits: 1).last ?? ""
        let path = host.drop { $0 != "/" }
        return String(path.last == "/" ? path.dropLast() : path)
    }
}

import CharterContract
import CharterRuntime

/// Examples made of what the API itself says.
extension ResolvedAPI {
    /// The path of the first server, below which every other path stands.
    var basePath: String {
        servers.first.map { APIDescription.Server(name: $0.name, url: $0.url).basePath } ?? ""
    }

    /// An instant with as many digits as the API writes.
    var exampleInstant: OrderedJSON {
        .string(conventions.json.timestamps.exampleInstant)
    }
}

extension ResolvedEndpoint {
    /// The path with the examples of its parameters.
    var examplePath: String {
        guard !path.segments.isEmpty else { return "/" }
        return path.segments.map { segment in
            switch segment {
            case .literal(let text): return "/" + text
            case .parameter(let name):
                let value = pathParameters.first { $0.name == name }?.schema.example
                return "/" + PercentEncoding.encode(value?.plainText ?? name)
            }
        }.joined()
    }

    /// The URL of another page of its list.
    func exampleNeighbour(in api: ResolvedAPI) -> String {
        let query =
            switch paging?.description.position {
            case .page(let name, let first)?: "?\(name)=\(first + 1)"
            case .cursor(let name, _, _)?: "?\(name)=b2Zmc2V0OjIw"
            case .offset, .after, .url, .first, nil: ""
            }
        return (api.servers.first?.url ?? "") + examplePath + query
    }
}

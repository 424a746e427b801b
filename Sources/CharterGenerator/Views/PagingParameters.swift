import CharterContract
import CharterRuntime

/// The parameters that a way of paging adds to a method.
struct PagingParameters {
    /// One parameter, which may always be left out.
    struct Parameter {
        let identifier: String
        /// The type, as it is where a value is given: `Int`.
        let type: String
        /// The case of `PageStart` that the value goes into; nil for the page size.
        let start: String?
    }

    let pageSize: Parameter?
    let start: Parameter?

    init(_ paging: APIDescription.Paging) {
        pageSize = paging.pageSize.parameter.map { Parameter(identifier: Self.identifier($0), type: "Int", start: nil) }
        let (name, type, start): (String?, String, String) =
            switch paging.position {
            case .offset(let name): (name, "Int", "offset")
            case .page(let name, _): (name, "Int", "page")
            case .cursor(let name, _, _): (name, "String", "cursor")
            case .after(let name, _, _): (name, "String", "after")
            case .url: (nil, "", "")
            }
        self.start = name.map { Parameter(identifier: Self.identifier($0), type: type, start: start) }
    }

    /// The name in code; `page`, which inputs of servers need for the page itself, is free in a client.
    private static func identifier(_ name: String) -> String {
        IdentifierWords(name).lowerCamel == "page" ? "page" : SwiftIdentifier.parameter(name)
    }

    /// The parameters, in the order in which a method has them.
    var all: [Parameter] { [pageSize, start].compactMap { $0 } }

    /// What is handed to the library: `pageSize: limit`, `from: offset.map { .offset($0) }`.
    var arguments: [String] {
        all.map { parameter in
            guard let start = parameter.start else { return "pageSize: \(parameter.identifier)" }
            return "from: \(parameter.identifier).map { .\(start)($0) }"
        }
    }
}

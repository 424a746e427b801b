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
    /// The way back, where it has a parameter of its own.
    let back: Parameter?

    init(_ paging: APIDescription.Paging) {
        pageSize = paging.pageSize.parameter.map { Parameter(identifier: Self.identifier($0), type: "Int", start: nil) }
        let (name, type, start): (String?, String, String) =
            switch paging.position {
            case .offset(let name): (name, "Int", "offset")
            case .page(let name, _): (name, "Int", "page")
            case .cursor(let name, _, _): (name, "String", "cursor")
            case .after(let name, _, _): (name, "String", "after")
            case .url, .first: (nil, "", "")
            }
        let before: String? = if case .after(_, _, let before) = paging.position { before } else { nil }
        back = before.map { Parameter(identifier: Self.identifier($0), type: "String", start: "before") }
        self.start = name.map { Parameter(identifier: Self.identifier($0), type: type, start: start) }
    }

    /// The name in code; `page`, which inputs of servers need for the page itself, is free in a client.
    private static func identifier(_ name: String) -> String {
        IdentifierWords(name).lowerCamel == "page" ? "page" : SwiftIdentifier.parameter(name)
    }

    /// The parameters, in the order in which a method has them.
    var all: [Parameter] { [pageSize, start, back].compactMap { $0 } }

    /// What is handed to the library: `pageSize: limit`, `from: offset.map { .offset($0) }`; the way on goes before the way back.
    var arguments: [String] {
        let size = pageSize.map { ["pageSize: \($0.identifier)"] } ?? []
        let starts = all.compactMap { parameter in parameter.start.map { "\(parameter.identifier).map { .\($0)(" + "$0) }" } }
        return size + (starts.isEmpty ? [] : ["from: " + starts.joined(separator: " ?? ")])
    }
}

import CharterRuntime

extension APIDescription.Paging {
    /// The query parameter of the position where a page gives whole URLs: clients follow them, and need not know it.
    static let urlParameter = "cursor"

    /// The parameter that says where a page begins.
    var positionParameter: String {
        switch position {
        case .offset(let name), .page(let name, _), .cursor(let name, _, _), .after(let name, _, _): name
        case .url: Self.urlParameter
        }
    }

    /// The parameter that says where a page ends, on the way back; nil where that is said by the position too.
    var backwardParameter: String? {
        if case .after(_, _, let before) = position { before } else { nil }
    }

    /// The names of all its parameters.
    var parameters: [String] {
        [pageSize.parameter, positionParameter, backwardParameter].compactMap(\.self)
    }
}

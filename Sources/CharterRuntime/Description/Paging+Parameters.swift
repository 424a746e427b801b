extension APIDescription.Paging {
    /// The parameter that says where a page begins; nil where only the first can be had.
    package var positionParameter: String? {
        switch position {
        case .offset(let name), .page(let name, _), .cursor(let name, _, _), .after(let name, _, _): name
        case .url: Self.urlParameter
        case .first: nil
        }
    }

    /// The parameter that says where a page ends, on the way back; nil where that is said by the position too.
    package var backwardParameter: String? {
        if case .after(_, _, let before) = position { before } else { nil }
    }

    /// The names of all its parameters.
    package var parameters: [String] {
        [pageSize.parameter, positionParameter, backwardParameter].compactMap(\.self)
    }
}

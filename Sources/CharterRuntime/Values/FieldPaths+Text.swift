extension APIDescription.ErrorFormat.FieldPaths {
    /// The place of a field of a body, which Charter writes `tiers[2].price`, as the API writes it.
    package func text(of place: String) -> String {
        switch self {
        case .dots: return place
        case .pointer:
            // RFC 6901 §3
            return parts(of: place).map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
        case .brackets:
            let parts = parts(of: place)
            return parts.prefix(1).joined() + parts.dropFirst().map { "[\($0)]" }.joined()
        }
    }

    private func parts(of place: String) -> [String] {
        FieldPlace.steps(to: place).map { step in
            switch step {
            case .member(let name): name
            case .item(let index): "\(index)"
            }
        }
    }
}

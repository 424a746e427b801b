import CharterRuntime

extension APIDescription.ErrorFormat.FieldPaths {
    /// The place of a fault as ``Problem`` has it, `tiers[2].price`, from the form that an API writes.
    func dotted(_ place: String) -> String {
        switch self {
        case .dots: place
        case .pointer: Self.joined(Self.pointerParts(of: place) ?? [place])
        case .brackets: Self.joined(place.split(separator: "[").map { String($0.hasSuffix("]") ? $0.dropLast() : $0) })
        }
    }

    /// The names in a JSON pointer (RFC 6901 §4), or nil for what is none.
    private static func pointerParts(of place: String) -> [String]? {
        guard place.first == "/" else { return nil }
        return place.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    private static func joined(_ parts: [String]) -> String {
        parts.reduce("") { path, part in
            if !path.isEmpty, !part.isEmpty, part.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
                return path + "[\(part)]"
            }
            return path.isEmpty ? part : path + "." + part
        }
    }
}

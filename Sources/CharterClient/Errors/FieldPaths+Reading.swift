import CharterRuntime

extension APIDescription.ErrorFormat.FieldPaths {
    /// The place of a fault as ``Problem`` has it, `tiers[2].price`, from the form that an API writes.
    func dotted(_ place: String) -> String {
        switch self {
        case .dots: place
        // What is no pointer is the place of a parameter, which has the same form in every API.
        case .pointer: Self.pointerParts(of: place).map { Self.joined($0, to: "") } ?? place
        case .brackets: Self.joined(Self.namesInBrackets(of: place), to: String(place.prefix { $0 != "[" }))
        }
    }

    /// The names in a JSON pointer (RFC 6901 §4), or nil for what is none.
    private static func pointerParts(of place: String) -> [String]? {
        guard place.first == "/" else { return nil }
        return place.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map {
            String($0).replacing("~1", with: "/").replacing("~0", with: "~")
        }
    }

    private static func namesInBrackets(of place: String) -> [String] {
        place.drop { $0 != "[" }.split(separator: "[", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.hasSuffix("]") ? part.dropLast() : part)
        }
    }

    private static func joined(_ parts: [String], to place: String) -> String {
        parts.reduce(place) { place, part in
            let isIndex = !place.isEmpty && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            guard isIndex, let index = Int(part) else { return FieldPlace.member(part, of: place) }
            return FieldPlace.item(index, of: place)
        }
    }
}

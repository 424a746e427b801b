/// The place of a field in a value, as ``Problem/FieldFault`` writes it: `tiers[2].price`.
///
/// The name of a member that would be misread, such as one of a map with a dot in it, stands in brackets and quotes: `texts["a.b"]`.
package enum FieldPlace {
    /// One step into a value.
    package enum Step: Hashable, Sendable {
        case member(String)
        case item(Int)
    }

    /// The place of a member of the object at a place; the empty place is the whole value.
    package static func member(_ name: String, of place: String) -> String {
        self.place(behind: [.member(name)], of: place)
    }

    /// The place of an item of the list at a place.
    package static func item(_ index: Int, of place: String) -> String {
        self.place(behind: [.item(index)], of: place)
    }

    /// The place to which steps lead from another place, or from the whole value.
    package static func place(behind steps: [Step], of start: String = "") -> String {
        var place = start
        for step in steps {
            switch step {
            case .member(let name) where isPlain(name): place += place.isEmpty ? name : ".\(name)"
            case .member(let name): place += "[\(quoted(name))]"
            case .item(let index): place += "[\(index)]"
            }
        }
        return place
    }

    /// The steps that lead to a place; what is no place is one member of that name.
    package static func steps(to place: String) -> [Step] {
        var steps: [Step] = []
        var rest = place[...]
        while !rest.isEmpty {
            guard let step = nextStep(&rest, isFirst: steps.isEmpty) else { return [.member(place)] }
            steps.append(step)
        }
        return steps
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && !name.contains { ".[]\"".contains($0) }
    }

    private static func quoted(_ name: String) -> String {
        "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    private static func nextStep(_ rest: inout Substring, isFirst: Bool) -> Step? {
        guard rest.first == "[" else {
            if !isFirst { guard rest.popFirst() == "." else { return nil } }
            let name = rest.prefix { $0 != "." && $0 != "[" }
            rest = rest[name.endIndex...]
            return name.isEmpty ? nil : .member(String(name))
        }
        rest = rest.dropFirst()
        if rest.first == "\"" {
            rest = rest.dropFirst()
            guard let name = unquoted(&rest), rest.popFirst() == "]" else { return nil }
            return .member(name)
        }
        let digits = rest.prefix { $0 != "]" }
        rest = rest[digits.endIndex...]
        guard rest.popFirst() == "]", let index = Int(digits) else { return nil }
        return .item(index)
    }

    /// Reads a name up to the quote that ends it; nil if none does.
    private static func unquoted(_ rest: inout Substring) -> String? {
        var name = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return name
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                name.append(escaped)
            default: name.append(character)
            }
        }
        return nil
    }
}

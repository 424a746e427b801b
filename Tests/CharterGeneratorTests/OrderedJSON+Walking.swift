import CharterContract

extension OrderedJSON {
    var text: String? { if case .string(let text) = self { text } else { nil } }

    var elements: [OrderedJSON] { if case .array(let elements) = self { elements } else { [] } }

    var memberNames: [String] { if case .object(let members) = self { members.map(\.name) } else { [] } }

    var memberValues: [OrderedJSON] { if case .object(let members) = self { members.map(\.value) } else { [] } }

    /// Every object in the value, itself included.
    var objects: [OrderedJSON] {
        let inside = (elements + memberValues).flatMap(\.objects)
        if case .object = self { return [self] + inside }
        return inside
    }

    /// The values of all members of that name, at any depth.
    func members(named name: String) -> [OrderedJSON] {
        objects.compactMap { $0[name] }
    }
}

import CharterRuntime

extension JSONValue {
    /// The value at a place, or nil.
    func value(at steps: some Collection<FieldPlace.Step>) -> JSONValue? {
        guard let step = steps.first else { return self }
        switch (step, self) {
        case (.member(let name), .object(let members)): return members[name]?.value(at: steps.dropFirst())
        case (.item(let index), .array(let items)) where items.indices.contains(index):
            return items[index].value(at: steps.dropFirst())
        default: return nil
        }
    }

    /// The value with another one at a place, or without any there; nil where the place is in nothing.
    func setting(_ value: JSONValue?, at steps: some Collection<FieldPlace.Step>) -> JSONValue? {
        guard let step = steps.first else { return value }
        let rest = steps.dropFirst()
        switch (step, self) {
        case (.member(let name), .object(var members)):
            if rest.isEmpty {
                members[name] = value
            } else {
                guard let changed = members[name]?.setting(value, at: rest) else { return nil }
                members[name] = changed
            }
            return .object(members)
        case (.item(let index), .array(var items)) where items.indices.contains(index) || index == items.count && rest.isEmpty:
            if rest.isEmpty {
                guard let value else { return nil }
                if index == items.count { items.append(value) } else { items[index] = value }
            } else {
                guard let changed = items[index].setting(value, at: rest) else { return nil }
                items[index] = changed
            }
            return .array(items)
        default: return nil
        }
    }

    /// The same object without some members.
    func removing(_ names: [String]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { !names.contains($0.key) })
    }

    /// Whether the value says the same as another: instants may be written with more or fewer digits.
    func means(_ other: JSONValue) -> Bool {
        if self == other { return true }
        guard case (.string(let left), .string(let right)) = (self, other) else { return false }
        return Timestamp(left).map { $0 == Timestamp(right) } ?? false
    }
}

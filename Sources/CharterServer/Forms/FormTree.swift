/// The fields of a form, put together by the brackets in their names: `address[street]` is `street` in `address`.
struct FormTree {
    /// What was sent under the name itself, once for each time that it stands there.
    private(set) var contents: [FormField.Content] = []
    /// What was sent under names with brackets behind it; that of empty brackets, as in `tags[]`, has no name.
    private(set) var members: [String: FormTree] = [:]

    /// - Parameter depth: how deep the names may be nested; the whole form is the first level.
    /// - Throws: ``MalformedForm`` where they are nested deeper.
    init(_ fields: [FormField], depth: Int) throws(MalformedForm) {
        for field in fields {
            let steps = Self.steps(in: field.name)
            // The brackets of a list stand for a level too, as in JSON.
            guard steps.count <= depth else { throw MalformedForm(message: "is nested deeper than \(depth) levels") }
            add(field.content, at: steps[...])
        }
    }

    /// The items of a list, whose name stands once for each of them, with empty brackets or without; nil where names stand in brackets.
    var items: [FormField.Content]? {
        guard let bracketed = members[""] else { return members.isEmpty ? contents : nil }
        return members.count == 1 && bracketed.members.isEmpty ? contents + bracketed.contents : nil
    }

    private init() {}

    private mutating func add(_ content: FormField.Content, at steps: ArraySlice<String>) {
        guard let step = steps.first else { return contents.append(content) }
        members[step, default: FormTree()].add(content, at: steps.dropFirst())
    }

    /// The names that lead to a field; a name whose brackets do not match is a name like any other.
    private static func steps(in name: String) -> [String] {
        guard let open = name.firstIndex(of: "["), open > name.startIndex, name.last == "]" else { return [name] }
        var steps = [String(name[..<open])]
        var rest = name[open...]
        while !rest.isEmpty {
            guard rest.first == "[", let close = rest.firstIndex(of: "]") else { return [name] }
            let step = rest[rest.index(after: rest.startIndex)..<close]
            guard !step.contains("[") else { return [name] }
            steps.append(String(step))
            rest = rest[rest.index(after: close)...]
        }
        return steps
    }
}

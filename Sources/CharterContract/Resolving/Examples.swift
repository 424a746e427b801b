/// Finds a value for each type: the contract's own example, or one made of what the type says.
struct Examples {
    private let types: [String: TypeDeclaration]
    private var named: [String: OrderedJSON] = [:]
    private var pending: Set<String> = []

    init(_ types: [String: TypeDeclaration]) {
        self.types = types
    }

    mutating func example(of use: TypeUse) -> OrderedJSON {
        if let given = use.example?.value { return fitted(given, to: use) }
        switch use.form {
        case .named(let name):
            if let scalar = Scalar(rawValue: name) { return Self.example(of: scalar, use) }
            return example(ofTypeNamed: name)
        case .enumeration(let values): return .string(values.first?.text.value ?? "")
        case .object(let fields): return .object(fields.map { OrderedJSON.Member($0.name.value, example(of: $0.type)) })
        case .list(let element):
            // A list of what is just being made ends the circle: it is empty.
            if case .named(let name) = element.form, pending.contains(name) { return [] }
            let count = max(1, use.count?.value.minimum.flatMap { Int($0) } ?? 1)
            return .array(Array(repeating: example(of: element), count: count))
        }
    }

    private mutating func example(ofTypeNamed name: String) -> OrderedJSON {
        if let made = named[name] { return made }
        guard let declaration = types[name], pending.insert(name).inserted else { return .null }
        let made = example(of: declaration.type)
        pending.remove(name)
        named[name] = made
        return made
    }

    /// An example as its place wants it: a plain `42` is text where text is expected.
    private func fitted(_ given: OrderedJSON, to use: TypeUse) -> OrderedJSON {
        switch (given, types.form(of: use)) {
        case (.array(let values), .list(let element)): return .array(values.map { fitted($0, to: element) })
        case (.number(let digits), _) where isText(use): return .string(digits)
        case (.boolean(let value), _) where isText(use): return .string(String(value))
        default: return given
        }
    }

    private func isText(_ use: TypeUse) -> Bool {
        if case .enumeration? = types.form(of: use) { return true }
        return types.scalar(of: use)?.isText == true
    }

    private static func example(of scalar: Scalar, _ use: TypeUse) -> OrderedJSON {
        switch scalar {
        case .string: .string(text(within: use.length?.value ?? BoundsText()))
        case .slug: "autumn-meetup"
        case .email: "ada@example.org"
        case .uri: "https://example.org/autumn"
        case .uuid: "8ad4f7c2-9e3b-4a1c-bc2f-1d8e3a9b7c4d"
        case .timestamp: "2026-05-01T10:23:18Z"
        case .date: "2026-05-01"
        case .integer, .number: .number(use.range?.value.minimum ?? use.range?.value.maximum ?? "1")
        case .boolean: true
        }
    }

    private static func text(within length: BoundsText) -> String {
        let text = "text"
        let least = length.minimum.flatMap { Int($0) } ?? 0
        let most = length.maximum.flatMap { Int($0) } ?? .max
        if text.count > most { return String(text.prefix(most)) }
        return text + String(repeating: "t", count: max(0, min(least, 1_000) - text.count))
    }
}

/// Finds a value for each type: the contract's own example, or one made of what the type says.
struct Examples {
    private let types: [String: TypeDeclaration]
    private var named: [String: OrderedJSON] = [:]
    private var pending: Set<String> = []
    /// The types that contain one of the pending ones other than in a list.
    private var blocked: Set<String> = []
    /// The most items of a made list.
    private static let longestList = 100
    /// The most types inside one another before lists that may be empty are.
    private static let deepest = 32

    init(_ types: [String: TypeDeclaration]) {
        self.types = types
    }

    mutating func example(of use: TypeUse) -> OrderedJSON {
        made(use) ?? .null
    }

    /// A value of a type; nil where it would hold a value that is just being made.
    private mutating func made(_ use: TypeUse) -> OrderedJSON? {
        if let given = use.example?.value { return fitted(given, to: use) }
        switch use.form {
        case .named(let name):
            if let scalar = Scalar(rawValue: name) { return Self.example(of: scalar, use) }
            return made(typeNamed: name)
        case .enumeration(let values): return .string(values.first?.text.value ?? "")
        case .constant(let text): return .string(text.value)
        case .union(_, let cases):
            for unionCase in cases {
                if let value = made(unionCase.type) { return value }
            }
            return nil
        case .map(let element):
            let bounds = use.count?.value ?? BoundsText()
            let least = bounds.minimum.flatMap { Int($0) } ?? 0
            if least == 0, bounds.maximum == "0" || pending.count > Self.deepest { return .object([]) }
            guard let value = made(element) else { return least == 0 ? .object([]) : nil }
            let names = (1...min(max(least, 1), Self.longestList)).map { $0 == 1 ? "name" : "name\($0)" }
            return .object(names.map { OrderedJSON.Member($0, value) })
        case .object(let fields):
            var members: [OrderedJSON.Member] = []
            for field in fields {
                guard let value = made(field.type) else { return nil }
                members.append(OrderedJSON.Member(field.name.value, value))
            }
            return .object(members)
        case .list(let element):
            let least = use.count?.value.minimum.flatMap { Int($0) } ?? 0
            if least == 0, use.count?.value.maximum == "0" || pending.count > Self.deepest { return [] }
            // A list of what is just being made ends the circle: it is empty.
            guard let item = made(element) else { return least == 0 ? [] : nil }
            return .array(Array(repeating: item, count: min(max(least, 1), Self.longestList)))
        }
    }

    private mutating func made(typeNamed name: String) -> OrderedJSON? {
        if let made = named[name] { return made }
        guard let declaration = types[name], !blocked.contains(name), pending.insert(name).inserted else { return nil }
        defer { pending.remove(name) }
        guard let made = made(declaration.type) else {
            blocked.insert(name)
            return nil
        }
        // What was blocked may have waited for this one.
        blocked.removeAll()
        named[name] = made
        return made
    }

    /// A value that the contract gives for a type.
    func value(_ given: OrderedJSON, of use: TypeUse) -> OrderedJSON {
        fitted(given, to: use)
    }

    /// An example as its place wants it: a plain `42` is text where text is expected.
    private func fitted(_ given: OrderedJSON, to use: TypeUse) -> OrderedJSON {
        switch (given, types.form(of: use)) {
        case (.array(let values), .list(let element)): return .array(values.map { fitted($0, to: element) })
        case (.object(let members), .map(let element)):
            return .object(members.map { OrderedJSON.Member($0.name, fitted($0.value, to: element)) })
        case (.number(let digits), _) where isText(use): return .string(digits)
        case (.boolean(let value), _) where isText(use): return .string(String(value))
        default: return given
        }
    }

    private func isText(_ use: TypeUse) -> Bool {
        switch types.form(of: use) {
        case .enumeration, .constant: true
        default: types.scalar(of: use)?.isText == true
        }
    }

    private static func example(of scalar: Scalar, _ use: TypeUse) -> OrderedJSON {
        switch scalar {
        case .string: .string(text(within: use.length?.value ?? BoundsText()))
        case .slug: "example-slug"
        case .email: "ada@example.org"
        case .uri: "https://example.org/"
        case .uuid: .string("8ad4f7c2-9e3b-\(use.version?.value ?? 4)a1c-bc2f-1d8e3a9b7c4d")
        case .id: .string((use.prefix?.value ?? "") + "8ad4f7c29e3b")
        case .timestamp: "2026-05-01T10:23:18Z"
        case .date: "2026-05-01"
        case .integer, .number: .number(use.range?.value.minimum ?? use.range?.value.maximum ?? "1")
        case .decimal: .string(use.range?.value.minimum ?? use.range?.value.maximum ?? "1")
        case .boolean: true
        case .any: ["any": "value"]
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

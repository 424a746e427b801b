import CharterContract

/// Finds every place of the language by its schema.
///
/// What is defined once is gone through where it is met first; elsewhere only the place itself is found, so that recursion ends.
struct SchemaWalk {
    private let document: OrderedJSON
    private var places: [SchemaPlace] = []
    private var entered: Set<String> = []

    /// Every place that can be reached from the top.
    static func places(of document: OrderedJSON) -> [SchemaPlace] {
        var walk = SchemaWalk(document: document)
        walk.visit(document, "") { $0 }
        return walk.places
    }

    private init(document: OrderedJSON) {
        self.document = document
    }

    private mutating func visit(
        _ schema: OrderedJSON,
        _ path: String,
        contract: @escaping @Sendable (OrderedJSON) -> OrderedJSON
    ) {
        let samples = SchemaSamples(document: document)
        let alternatives = samples.alternatives(schema)
        places.append(SchemaPlace(path: path, alternatives: alternatives, contract: contract))
        if let name = samples.definition(schema), !entered.insert(name).inserted { return }
        for alternative in alternatives {
            for member in alternative["properties"]?.members ?? [] {
                let others = samples.companions(of: member.name, in: alternative)
                visit(member.value, path + "/" + member.name) { value in
                    contract(.object(others.replacing(member.name, by: value)))
                }
            }
            for pattern in alternative["patternProperties"]?.members ?? [] where pattern.name != "^x-" {
                let name = alternative["propertyNames"]?["examples"]?.elements.first?.text ?? "a"
                visit(pattern.value, path + "/" + name) { contract(.object([.init(name, $0)])) }
            }
            if let items = alternative["items"] {
                let others = samples.sample(alternative).elements.dropFirst()
                visit(items, path + "/0") { contract(.array([$0] + others)) }
            }
        }
    }
}

extension [OrderedJSON.Member] {
    /// The members with a value of that name, in its place if there is one.
    func replacing(_ name: String, by value: OrderedJSON) -> [OrderedJSON.Member] {
        guard let index = firstIndex(where: { $0.name == name }) else { return self + [.init(name, value)] }
        var members = self
        members[index].value = value
        return members
    }
}

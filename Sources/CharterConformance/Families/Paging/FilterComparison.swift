import CharterRuntime

/// A field of the items, and how it has to stand to what a filter asks for.
struct FilterComparison: Sendable {
    typealias Relation = APIDescription.Filter.Relation

    let field: String
    var relation: Relation
    let values: ComparedValues

    /// - Returns: nil where the items have no such field.
    init?(
        _ comparison: APIDescription.Filter.Comparison,
        of items: [APIDescription.Property],
        asked: APIDescription.Schema,
        in api: APIDescription
    ) {
        guard let schema = api.schema(at: comparison.field, in: .object(items)) else { return nil }
        func kind(_ schema: APIDescription.Schema) -> APIDescription.Schema? {
            api.resolved(api.element(ofListIn: schema) ?? schema)?.schema
        }
        (field, relation) = (comparison.field, comparison.relation)
        values = ComparedValues(kind(schema), asked: kind(asked))
    }

    func standing(_ relation: Relation) -> FilterComparison {
        var other = self
        other.relation = relation
        return other
    }

    /// The item's values there, as texts; nil where it lacks them.
    func own(_ item: JSONValue) -> [String]? {
        switch item.member(at: field) {
        case .null, nil: nil
        case .array(let values): values.compactMap(\.parameterText)
        case let value?: value.parameterText.map { [$0] }
        }
    }

    /// Whether an item stands so to the values that are asked for; nil where nothing is said of it.
    func keeps(_ item: JSONValue, _ asked: [String]) -> Bool? {
        guard let own = own(item) else { return relation == .except ? nil : false }
        func has(_ value: String) -> Bool? { own.map { isSo(values.standing(of: $0, to: value)) }.any }
        switch relation {
        case .equal, .any, .on, .atLeast, .atMost, .above, .below: return asked.map(has).any
        case .all: return asked.map { has($0).map { !$0 } }.any.map { !$0 }
        case .except: return asked.map(has).any.map { !$0 }
        case .contains: return asked.map { value in own.map { $0.holds(value) { $0.firstRange(of: $1) != nil } }.any }.any
        case .starts: return asked.map { value in own.map { $0.holds(value) { $0.starts(with: $1) } }.any }.any
        }
    }

    private func isSo(_ standing: ComparedValues.Standing) -> Bool? {
        if standing == .unsure { return nil }
        return switch relation {
        case .equal, .any, .all, .on, .except, .contains, .starts: standing == .same
        case .atLeast: standing == .same || standing == .greater
        case .atMost: standing == .same || standing == .less
        case .above: standing == .greater
        case .below: standing == .less
        }
    }
}

extension [Bool?] {
    /// Whether one is true; nil where none is, and one is not known.
    var any: Bool? { contains(true) ? true : contains(nil) ? nil : false }
}

extension String {
    /// Whether it has a text as is asked; nil where only capitals and small letters, or ways to write an accent, decide it.
    fileprivate func holds(_ text: String, _ isSo: ([Character], [Character]) -> Bool) -> Bool? {
        // Characters are the same however their accents are written, and their parts are not.
        func isSoInCharacters(_ form: (String) -> String) -> Bool { isSo(Array(form(self)), Array(form(text))) }
        func isSoInParts(_ form: (String) -> String) -> Bool {
            isSo(form(self).unicodeScalars.map(Character.init), form(text).unicodeScalars.map(Character.init))
        }
        if isSoInCharacters({ $0 }), isSoInParts({ $0 }) { return true }
        let forms: [(String) -> String] = [{ $0 }, { $0.lowercased() }, { $0.uppercased() }]
        return forms.contains { isSoInCharacters($0) || isSoInParts($0) } ? nil : false
    }
}

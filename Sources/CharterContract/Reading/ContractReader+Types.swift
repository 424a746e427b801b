import CharterYAML

/// Types, fields and parameters.
extension ContractReader {
    private static let forms = ["type", "fields", "enum", "list", "map", "union", "const"]
    private static let keys =
        forms + [
            "about", "example", "length", "pattern", "range", "count", "places", "exact", "prefix", "version", "unique", "closed", "keep",
        ]

    mutating func typeDeclaration(_ name: Located<String>, _ node: MarkedNode) -> TypeDeclaration {
        if !NameForm.type.fits(name.value) {
            report(
                "'\(name.value)' cannot name a type",
                rule: "invalid-name",
                at: name.span,
                help: "begin with a capital and use up to 60 letters and digits"
            )
        }
        return TypeDeclaration(name: name, type: typeUse(node))
    }

    /// What a named value is, which decides what can be said of it beside its type.
    private enum FieldKind {
        case member, parameter, header

        /// The keys that stand beside those of the type.
        var keys: [String] {
            switch self {
            case .member: ["set", "as", "default", "initial", "deprecated"]
            case .parameter: ["as", "default", "invalid", "missing", "deprecated"]
            case .header: ["invalid", "missing"]
            }
        }
    }

    /// Parameters, written `name: type` or `name?: type`.
    mutating func fields(_ node: MarkedNode?, of subject: String) -> [Field] {
        fields(node, of: subject, as: .parameter)
    }

    private mutating func fields(_ node: MarkedNode?, of subject: String, as kind: FieldKind) -> [Field] {
        var seen: [String: SourceSpan] = [:]
        return named(node, subject, example: "{ name: string }") { reader, key, value in
            let isOptional = key.value.last == "?"
            let name = key.map { isOptional ? String($0.dropLast()) : $0 }
            if !NameForm.field.fits(name.value) {
                reader.report(
                    "'\(name.value)' cannot name a field",
                    rule: "invalid-name",
                    at: key.span,
                    help: name.value.contains("?") || name.value.hasSuffix(" ")
                        ? "put the '?' right behind the name: 'name?:'"
                        : "begin with a letter, '_' or '$' and use up to 80 letters, digits, '-', '_', '.' and '$'"
                )
            }
            if let first = seen.updateValue(key.span, forKey: name.value) {
                let note = Diagnostic.Note("it stands here too", at: first)
                reader.report(
                    "'\(name.value)' is declared twice",
                    rule: "duplicate-key",
                    at: key.span,
                    notes: [note],
                    help: "keep one of them"
                )
            }
            let type = reader.readableType(value, beside: kind.keys) ?? .unreadable(at: value.span)
            return reader.field(Field(name: name, isOptional: isOptional, type: type), value, as: kind)
        }
    }

    /// The field with what is said of it beside its type.
    private mutating func field(_ field: Field, _ node: MarkedNode, as kind: FieldKind) -> Field {
        guard let members = Members(node, of: "a field") else { return field }
        var field = field
        if kind != .header {
            field.defaultValue = members["default"].map { example($0) }
            field.isDeprecated = members["deprecated"].flatMap { yesOrNo($0)?.value } ?? false
        }
        switch kind {
        case .member:
            field.setters = members["set"].flatMap { setters($0) }
            field.initialValue = members["initial"].map { example($0) }
            field.codeName = members["as"].flatMap { codeName($0) }
        case .parameter:
            field.listStyle = members["as"].flatMap { word($0) }
            readAnswers(of: &field, in: members)
        case .header: readAnswers(of: &field, in: members)
        }
        return field
    }

    /// Reads what becomes of a parameter that is not as documented: a word, or the answer that the API gives.
    private mutating func readAnswers(of field: inout Field, in members: Members) {
        if let node = members["invalid"] {
            if node.isMapping || node.text.flatMap(Int.init) != nil {
                field.invalidAnswer = answer(node)
            } else {
                field.invalid = word(node)
            }
        }
        field.missingAnswer = members["missing"].flatMap { answer($0) }
    }

    /// A header field of requests.
    mutating func header(_ name: Located<String>, isOptional: Bool, _ node: MarkedNode) -> Field {
        let type = readableType(node, beside: FieldKind.header.keys) ?? .unreadable(at: node.span)
        return field(Field(name: name, isOptional: isOptional, type: type), node, as: .header)
    }

    /// One word or a list of words.
    private mutating func setters(_ node: MarkedNode) -> Located<[Field.Setter]>? {
        let words = (node.elements ?? [node]).compactMap { word($0, Field.Setter.self) }
        if words.count > 1, words.contains(where: { $0.value == .api }) {
            wrongType(node, expected: "'api' alone", help: "write 'set: api' where only the server sets it")
        }
        return Located(words.map(\.value), at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func codeName(_ node: MarkedNode) -> Located<String>? {
        guard let name = text(node, expected: "a name") else { return nil }
        if !NameForm.endpoint.fits(name.value) {
            report("'\(name.value)' cannot name a field in code", rule: "invalid-name", at: name.span, help: "write it in lower camel case")
        }
        return name
    }

    /// A type, or a stand-in once its fault is reported.
    mutating func typeUse(_ node: MarkedNode) -> TypeUse {
        readableType(node) ?? .unreadable(at: node.span)
    }

    /// A type name, or a map with exactly one of the keys of its forms.
    ///
    /// - Parameter others: the keys that may stand beside those of the type.
    private mutating func readableType(_ node: MarkedNode, beside others: [String] = []) -> TypeUse? {
        if node.text != nil { return text(node).flatMap { named($0) } }
        guard node.isMapping else {
            wrongType(node, expected: "a type", help: "write a type name, or { list: T } for a list")
            return nil
        }
        if hasOnlyOwnNames(node, beside: others) {
            typeForm([], at: node.keySpan)
            return nil
        }
        guard let members = members(node, of: "a type", keys: Self.keys + others, allowsExtensions: true) else { return nil }
        let given = Self.forms.filter { members[$0] != nil }
        // `properties` beside `type: object` is said to be mended with it.
        let isToldOtherwise = !members.mistyped.subtracting(given).isDisjoint(with: Self.forms)
        guard let form = given.first, given.count == 1, let formNode = members[form], !isToldOtherwise else {
            if !isToldOtherwise { typeForm(given, at: node.keySpan) }
            return nil
        }
        guard var use = typeUse(form: form, formNode, in: node) else { return nil }
        use.isAssumed = node.isAssumed
        use.isReopened = node.isAssumed && !node.isAssumedThroughout
        use.assumedKeys = node.assumedTypeKeys
        // What was written under another key means something too.
        use.about = description(members["about"]) ?? (members.mistyped.contains("about") ? "" : nil)
        use.example = members["example"].map { example($0) }
        use.length = bounds(members["length"])
        use.pattern = members["pattern"].flatMap { text($0) }
        use.range = bounds(members["range"])
        use.count = bounds(members["count"])
        use.places = members["places"].flatMap { integer($0, atLeast: 0) }
        use.prefix = members["prefix"].flatMap { idPrefix($0) }
        use.version = members["version"].flatMap { uuidVersion($0) }
        use.isUnique = members["unique"].flatMap { yesOrNo($0) }
        use.isClosed = members["closed"].flatMap { yesOrNo($0) }
        use.isExact = members["exact"].flatMap { yesOrNo($0) }
        use.keeps = members["keep"].flatMap { kept($0) }
        use.extensions = extensions(in: members)
        return use
    }

    /// Whether a map has neither the form of a type nor a key that was meant to be one: most often its keys are fields.
    private func hasOnlyOwnNames(_ node: MarkedNode, beside others: [String]) -> Bool {
        guard let members = Members(node, of: "a type"), !members.entries.isEmpty else { return false }
        let keys = Self.keys + others
        return members.entries.allSatisfy { name, _ in
            if keys.contains(name.value) { return !Self.forms.contains(name.value) }
            let meant = ForeignKey.meant(by: name.value, among: keys)?.key ?? nearestName(to: name.value, among: keys)
            return meant.map { !Self.forms.contains($0) } ?? true
        }
    }

    private mutating func typeForm(_ given: [String], at span: SourceSpan) {
        let help =
            switch given {
            case []: "write the fields of an object under 'fields:'"
            case ["type", given.last]: "remove 'type:'"
            default: "keep one of them"
            }
        report(
            given.isEmpty
                ? "a type needs \(Self.forms.map { "'\($0)'" }.inWords(conjunction: "or"))"
                : "a type has one of \(given.inWords(conjunction: "and")), not several",
            rule: "type-form",
            at: span,
            help: help
        )
    }

    private mutating func typeUse(form: String, _ formNode: MarkedNode, in node: MarkedNode) -> TypeUse? {
        switch form {
        case "type": return text(formNode, expected: "a type name").flatMap { named($0) }
        case "fields":
            return TypeUse(.object(fields(formNode, of: "fields", as: .member)), at: node.span, isAssumed: node.isAssumed)
        case "enum": return TypeUse(.enumeration(enumeration(formNode)), at: node.span, isAssumed: node.isAssumed)
        case "map": return TypeUse(.map(typeUse(formNode)), at: node.span, isAssumed: node.isAssumed)
        case "union": return union(formNode).map { TypeUse($0, at: node.span, isAssumed: node.isAssumed) }
        case "const": return text(formNode).map { TypeUse(.constant($0), at: node.span, isAssumed: node.isAssumed) }
        default: return TypeUse(.list(typeUse(formNode)), at: node.span, isAssumed: node.isAssumed)
        }
    }

    /// The member that tells the types apart, and the types by its texts.
    private mutating func union(_ node: MarkedNode) -> TypeUse.Form? {
        guard let members = members(node, of: "a union", keys: ["by", "of"], example: "{ by: type, of: { card: Card } }") else {
            return nil
        }
        let tag = requiredText("by", in: members)
        guard let casesNode = required("of", in: members) else { return nil }
        let cases = named(casesNode, "types", by: "tags", example: "{ card: Card }") { TypeUse.UnionCase(tag: $1, type: $0.typeUse($2)) }
        if cases.isEmpty, casesNode.isMapping {
            report("a union needs at least one type", rule: "empty-union", at: casesNode.keySpan, help: "add one: of: { card: Card }")
        }
        return .union(by: tag, cases)
    }

    /// One word or a list of words.
    private mutating func kept(_ node: MarkedNode) -> Located<[TypeUse.Kept]>? {
        let words = (node.elements ?? [node]).compactMap { word($0, TypeUse.Kept.self) }
        checkDistinct(words.map { $0.map(\.rawValue) })
        return Located(words.map(\.value), at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func idPrefix(_ node: MarkedNode) -> Located<String>? {
        guard let prefix = text(node) else { return nil }
        if prefix.value.wholeMatch(of: /[A-Za-z0-9_\-.:]+/) == nil {
            let help = "use letters, digits, '_', '-', '.' and ':', as in ord_"
            report("no id can begin with '\(prefix.value)'", rule: "invalid-prefix", at: prefix.span, help: help)
        }
        return prefix
    }

    private mutating func uuidVersion(_ node: MarkedNode) -> Located<Int>? {
        guard let version = integer(node, atLeast: 1) else { return nil }
        if version.value > 8 { wrongType(node, expected: "the version of a UUID", help: "write a number from 1 to 8, such as 4") }
        return version
    }

    private mutating func named(_ text: Located<String>) -> TypeUse? {
        let isNullable = text.value.last == "?"
        let name = isNullable ? String(text.value.dropLast()) : text.value
        guard !name.isEmpty else {
            report("'\(text.value)' names no type", rule: "wrong-type", at: text.span, help: "write the name of a type")
            return nil
        }
        return TypeUse(.named(name), isNullable: isNullable, at: text.span, isAssumed: text.isAssumed)
    }

    /// A list of texts, or a map of texts to what they mean.
    private mutating func enumeration(_ node: MarkedNode) -> [TypeUse.EnumerationValue] {
        var values: [TypeUse.EnumerationValue] = []
        if node.isMapping {
            values = named(node, "values") { reader, name, value in
                TypeUse.EnumerationValue(text: name, about: reader.description(value))
            }
        } else {
            values = texts(node).map { TypeUse.EnumerationValue(text: $0, about: nil) }
        }
        for element in node.elements ?? [] where element.isNull {
            wrongType(element, expected: "text", help: "leave it out, and put a '?' behind the type where it is used: 'State?'")
        }
        if values.isEmpty, node.isMapping || node.elements != nil {
            report("an enumeration needs at least one value", rule: "empty-enumeration", at: node.keySpan)
        }
        checkDistinct(values.map(\.text))
        return values
    }

    /// No two of these texts may be the same.
    mutating func checkDistinct(_ texts: [Located<String>]) {
        var seen: [String: SourceSpan] = [:]
        for text in texts where !text.value.isEmpty {
            guard let first = seen[text.value] else {
                seen[text.value] = text.span
                continue
            }
            let note = Diagnostic.Note("it stands here too", at: first)
            report("'\(text.value)' stands twice", rule: "duplicate-value", at: text.span, notes: [note], help: "keep one of them")
        }
    }

    private func example(_ node: MarkedNode) -> Located<OrderedJSON> {
        Located(json(node.node), at: node.span, isAssumed: node.isAssumed)
    }
}

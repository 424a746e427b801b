import CharterContract

/// A struct: what an object of the contract becomes.
struct ObjectView: TemplateView {
    private(set) var fields: [PropertyView]
    /// What a value keeps beside its fields.
    let keeps: [TypeUse.Kept]

    static let properties = ViewProperties<ObjectView>(
        .list("fields") { $0.fields },
        .flag("hasFields") { !$0.fields.isEmpty },
        .flag("hasParameters") { !$0.fields.isEmpty || $0.keepsUnknownFields },
        .lines("tables") { $0.tables },
        .text("membersArguments") { $0.membersArguments },
        .text("names") { $0.fields.isEmpty ? "[]" : "Self.names" },
        .flag("keepsUnknownFields") { $0.keepsUnknownFields },
        .flag("keepsRawJSON") { $0.keeps.contains(.rawJSON) },
        .lines("compared") { $0.fields.map(\.identifier) + ($0.keepsUnknownFields ? ["unknownFields"] : []) },
        .flag("writesNull") { $0.writesNull },
        .flag("isCodedByHand") { $0.isDecodedByHand || !$0.keeps.isEmpty || $0.fields.contains { $0.isRenamed } },
        .flag("isDecodedByHand") { $0.isDecodedByHand },
        .flag("isEncodedByHand") { $0.writesNull || $0.keepsUnknownFields || ($0.fields.isEmpty && !$0.keeps.isEmpty) }
    )

    /// The types that the public declaration names.
    var shownTypes: [String] {
        fields.map(\.type) + (keepsUnknownFields ? ["JSONValue"] : []) + (keeps.contains(.rawJSON) ? ["RawJSON"] : [])
    }

    /// The names that it has in JSON, and the places of those that must be there.
    private var tables: [String] {
        let names = fields.map { StringLiteral($0.wireName).oneLine }
        let required = fields.filter(\.isRequired).map { String($0.index) }
        return (names.isEmpty ? [] : SwiftLayout.list(names, after: "private static let names: [StaticString] = ", indentation: 4))
            + (required.isEmpty ? [] : SwiftLayout.list(required, after: "private static let required = ", indentation: 4))
    }

    /// What is said of the members of the object that is read.
    private var membersArguments: String {
        let parts = [
            fields.isEmpty ? "[]" : "Self.names", fields.contains(where: \.isRequired) ? "required: Self.required" : nil,
            keepsUnknownFields ? "keepsUnknown: true" : nil,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    private var keepsUnknownFields: Bool { keeps.contains(.unknownFields) }

    /// Whether some field is there even where it has no value.
    private var writesNull: Bool { fields.contains { $0.writesNull } }

    /// Whether the compiler's `Decodable` would read something else: it takes an absent field for null, and any value for an empty object.
    private var isDecodedByHand: Bool { writesNull || keepsUnknownFields || fields.isEmpty }

    init(_ properties: [SchemaProperty], keeps: [TypeUse.Kept], nestedNames: [String], names: ModelNames, indentation: Int) {
        self.keeps = keeps
        fields = zip(properties, nestedNames).enumerated().map { index, pair in
            let writesNull = pair.0.isRequired && names.canBeNull(pair.0.schema)
            let isLast = index == properties.count - 1 && !keeps.contains(.unknownFields)
            var view = PropertyView(pair.0, nestedName: pair.1, writesNull: writesNull, indentation: indentation + 4, isLast: isLast)
            if !pair.0.isRequired, names.canBeNull(pair.0.schema) {
                view.type = SwiftType(nestedName: pair.1).presence(of: names.besideNull(pair.0.schema))
                (view.isOptional, view.isPresence) = (false, true)
            }
            view.index = index
            if pair.0.isRequired, let text = names.constant(pair.0.schema) { view.constant = SwiftIdentifier.enumerationCase(text) }
            return view
        }
        let taken = Set(fields.map(\.identifier))
        for index in fields.indices { fields[index].avoidNames(in: taken) }
    }
}

/// A stored property.
struct PropertyView: TemplateView {
    let wireName: String
    let identifier: String
    var type: String
    let doc: [String]
    var isOptional: Bool
    /// Whether the field may be absent and may be null.
    var isPresence = false
    /// Whether an object without it is none of its type.
    let isRequired: Bool
    let isLast: Bool
    let isRenamed: Bool
    /// Whether nil is written as `null`: the field must be there and may be null.
    let writesNull: Bool
    /// The case that is its only value, if it has but one.
    var constant: String?
    /// Its place among the fields.
    var index = 0
    /// What it is called while it is read.
    private var local = ""

    static let properties = ViewProperties<PropertyView>(
        .text("wireName") { $0.wireName },
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .flag("isOptional") { $0.isOptional },
        .text("initial") { $0.isPresence ? " = .absent" : $0.isOptional ? " = nil" : $0.constant.map { " = .\($0)" } ?? "" },
        .flag("isLast") { $0.isLast },
        .flag("isRenamed") { $0.isRenamed },
        .flag("isRequired") { $0.isRequired },
        .text("index") { String($0.index) },
        .text("local") { $0.local },
        .flag("isPresence") { $0.isPresence },
        .text("read") { $0.read },
        .text("reading") { $0.isPresence ? "readPresence" : $0.isRequired ? "read" : "readOptional" },
        .lines("assignment") { $0.assignment },
        .lines("writing") { $0.writing },
        .lines("decoding") { $0.decoding },
        .lines("encoding") { $0.encoding }
    )

    /// Gives it another name for the time of reading where its own is needed for something else.
    mutating func avoidNames(in taken: Set<String>) {
        local = identifier
        while Self.needed.contains(local) || (local != identifier && taken.contains(local)) { local += "Value" }
    }

    /// What the code that reads an object calls its own things.
    private static let needed: Set<String> = ["json", "members", "member"]

    /// The type that its value is read as: `String` for a `String?` and for a `Presence<String>`.
    private var read: String {
        if isPresence { return String(type.dropFirst("Presence<".count).dropLast()) }
        return isRequired ? type : String(type.dropLast())
    }

    /// The statement that keeps what was read.
    private var assignment: [String] {
        let value = SwiftExpression.atom(local)
        return (isRequired ? .call("members.required", (nil, value)) : value).lines(prefix: "self.\(identifier) = ", indentation: 8)
    }

    /// The statement that writes it.
    private var writing: [String] {
        let function = writesNull ? "json.nullableMember" : "json.member"
        return SwiftExpression.call(function, (nil, .string(wireName)), (nil, .atom("self.\(identifier)"))).lines(indentation: 8)
    }

    /// The statement that reads it through `Decodable`.
    private var decoding: [String] {
        let function = isRequired || isPresence ? "decode" : "decodeIfPresent"
        let value = SwiftExpression.atom("\(isPresence ? type : read).self")
        return SwiftExpression.call("try container.\(function)", (nil, value), ("forKey", .atom(".\(identifier)"))).lines(
            prefix: "self.\(identifier) = ",
            indentation: 8
        )
    }

    /// The statement that writes it through `Encodable`.
    ///
    /// With `self`, since a field may be called `container` or `encoder`.
    private var encoding: [String] {
        let function = writesNull || !isOptional ? "encode" : "encodeIfPresent"
        let value = SwiftExpression.atom("self.\(identifier)")
        return SwiftExpression.call("try container.\(function)", (nil, value), ("forKey", .atom(".\(identifier)"))).lines(
            indentation: 8
        )
    }

    init(_ property: SchemaProperty, nestedName: String, writesNull: Bool, indentation: Int, isLast: Bool) {
        wireName = property.name
        identifier = SwiftIdentifier.property(property.codeName ?? property.name)
        type = SwiftType(nestedName: nestedName).text(property)
        let about = property.schema.about ?? "The `\(property.name)` of the value."
        doc = DocComment.lines([about, property.schema.boundsInWords ?? ""] + property.remarks, indentation: indentation)
        isOptional = type.last == "?"
        isRequired = property.isRequired
        self.isLast = isLast
        isRenamed = identifier.filter { $0 != "`" } != property.name
        self.writesNull = writesNull
    }
}

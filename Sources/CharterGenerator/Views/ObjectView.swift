import CharterContract

/// A struct: what an object of the contract becomes.
struct ObjectView: TemplateView {
    private(set) var fields: [PropertyView]

    static let properties = ViewProperties<ObjectView>(
        .list("fields") { $0.fields },
        .flag("hasFields") { !$0.fields.isEmpty },
        .flag("writesNull") { view in view.fields.contains { $0.writesNull } },
        .flag("needsCodingKeys") { view in view.fields.contains { $0.isRenamed || $0.writesNull } }
    )

    init(_ properties: [SchemaProperty], nestedNames: [String], names: ModelNames, indentation: Int) {
        fields = zip(properties, nestedNames).enumerated().map { index, pair in
            let writesNull = pair.0.isRequired && names.canBeNull(pair.0.schema)
            let isLast = index == properties.count - 1
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
        .text("wireLiteral") { StringLiteral($0.wireName).oneLine },
        .flag("isPresence") { $0.isPresence },
        .text("read") { $0.read },
        .text("reading") { $0.isPresence ? "presence" : $0.isRequired ? "value" : "optional" },
        .text("writing") { $0.writesNull ? "nullableMember" : "member" },
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

    /// The statement that writes it.
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

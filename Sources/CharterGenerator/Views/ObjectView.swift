import CharterContract

/// A struct: what an object of the contract becomes.
struct ObjectView: TemplateView {
    let fields: [PropertyView]

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
            if pair.0.isRequired, let text = names.constant(pair.0.schema) { view.constant = SwiftIdentifier.enumerationCase(text) }
            return view
        }
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
    let isLast: Bool
    let isRenamed: Bool
    /// Whether nil is written as `null`: the field must be there and may be null.
    let writesNull: Bool
    /// The case that is its only value, if it has but one.
    var constant: String?

    static let properties = ViewProperties<PropertyView>(
        .text("wireName") { $0.wireName },
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .flag("isOptional") { $0.isOptional },
        .text("initial") { $0.isPresence ? " = .absent" : $0.isOptional ? " = nil" : $0.constant.map { " = .\($0)" } ?? "" },
        .flag("isLast") { $0.isLast },
        .flag("isRenamed") { $0.isRenamed },
        .lines("encoding") { $0.encoding }
    )

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
        self.isLast = isLast
        isRenamed = identifier.filter { $0 != "`" } != property.name
        self.writesNull = writesNull
    }
}

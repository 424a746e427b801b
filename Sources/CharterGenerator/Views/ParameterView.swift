import CharterContract

/// A parameter of a generated function or a property of a generated input.
struct ParameterView: TemplateView {
    let wireName: String
    let identifier: String
    let type: String
    let doc: [String]
    /// How the value is read from a request on the server.
    let reading: SwiftExpression
    let isOptional: Bool
    var isLast = false

    static let properties = ViewProperties<ParameterView>(
        .text("wireName") { $0.wireName },
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .lines("reading") { $0.reading.lines(prefix: "\($0.identifier) = ", indentation: 8) },
        .flag("isOptional") { $0.isOptional },
        .flag("isLast") { $0.isLast }
    )

    static func path(_ property: SchemaProperty, indentation: Int) -> ParameterView {
        ParameterView(property, reading: call("try request.path", property.name), indentation: indentation)
    }

    static func query(_ property: SchemaProperty, indentation: Int) -> ParameterView {
        let function = property.isRequired ? "try request.requiredQuery" : "try request.query"
        return ParameterView(property, reading: call(function, property.name), indentation: indentation)
    }

    private static func call(_ function: String, _ name: String) -> SwiftExpression {
        SwiftExpression.call(function, (nil, .string(name)))
    }

    private init(_ property: SchemaProperty, reading: SwiftExpression, indentation: Int) {
        let about = property.schema.about ?? "The parameter `\(property.name)`."
        self.init(
            wireName: property.name,
            identifier: SwiftIdentifier.parameter(property.name),
            type: SwiftType(nestedName: "").text(property),
            doc: DocComment.lines([about, property.schema.boundsInWords ?? ""], indentation: indentation),
            reading: reading,
            isOptional: !property.isRequired
        )
    }

    init(wireName: String, identifier: String, type: String, doc: [String], reading: SwiftExpression, isOptional: Bool) {
        self.wireName = wireName
        self.identifier = identifier
        self.type = type
        self.doc = doc
        self.reading = reading
        self.isOptional = isOptional
    }
}

extension [ParameterView] {
    /// The same, with the last one marked.
    var marked: [ParameterView] {
        enumerated().map { index, parameter in
            var parameter = parameter
            parameter.isLast = index == count - 1
            return parameter
        }
    }
}

extension ResolvedEndpoint {
    /// The type that a handler returns and a client method gets.
    var outputType: String? {
        if let item = pagedItem { return SwiftType(nestedName: "").text(item) }
        return success.body.map { SwiftType(nestedName: "").text($0) }
    }

    /// The failures of its own, for documentation.
    var failuresInWords: [String] {
        failures.filter { !$0.isDerived }.map { "- `\($0.code)` (\($0.status)): \($0.when)" }
    }

    /// Its purpose, what else the contract says of it, and its route.
    var purpose: [String] { [summary, about ?? "", routeInWords] }

    /// Its purpose, and the failures of its own.
    var documentation: [String] {
        let own = failuresInWords
        return purpose + (own.isEmpty ? [] : ["Fails with\n" + own.joined(separator: "\n")])
    }
}

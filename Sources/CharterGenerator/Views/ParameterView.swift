import CharterContract
import CharterRuntime

/// A parameter of a generated function or a property of a generated input.
struct ParameterView: TemplateView {
    let wireName: String
    var identifier: String
    var type: String
    let doc: [String]
    /// How the value is read from a request on the server.
    var reading: SwiftExpression
    var isOptional: Bool
    var isLast = false
    /// Whether the values of a list are handed to the library as texts.
    var isList = false
    /// What it is, in the words of the contract.
    var summary = ""
    /// What a handler gets where the parameter is left out.
    var defaultValue: String?

    /// What is handed to the library of the client.
    var argument: String {
        isList ? identifier + (isOptional ? "?" : "") + ".map(\\.description)" : identifier
    }

    static let properties = ViewProperties<ParameterView>(
        .text("wireName") { $0.wireName },
        .text("identifier") { $0.identifier },
        .text("type") { $0.type },
        .lines("doc") { $0.doc },
        .lines("reading") { $0.reading.lines(prefix: "\($0.identifier) = ", indentation: 8) },
        .text("initial") { $0.isOptional ? " = nil" : $0.defaultValue.map { " = \($0)" } ?? "" },
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

    /// A query parameter as a client has it.
    static func query(_ property: SchemaProperty, in api: ResolvedAPI, indentation: Int) -> ParameterView {
        var view = query(property, indentation: indentation)
        view.isList = property.isList(api.schemas)
        return view
    }

    /// A query parameter as a handler gets it: a default stands for one that is left out.
    static func handledQuery(_ property: SchemaProperty, in api: ResolvedAPI, indentation: Int) -> ParameterView {
        var view = query(property, in: api, indentation: indentation)
        if view.isList { view.reading = call("try request.queryList", property.name) }
        guard let literal = property.defaultLiteral(api.schemas), view.isOptional, view.type.last == "?" else { return view }
        view.reading = .atom("\(view.reading.oneLine) ?? \(literal)")
        view.type.removeLast()
        view.isOptional = false
        view.defaultValue = literal
        return view
    }

    /// A header field as a handler gets it, or a call gives it.
    static func header(_ property: SchemaProperty, in api: ResolvedAPI, indentation: Int) -> ParameterView {
        let isList = property.isList(api.schemas)
        let function = isList ? "headerList" : property.isRequired ? "requiredHeader" : "header"
        let reading = call("try request.\(function)", property.name)
        let identifier = SwiftIdentifier.header(property.name)
        var view = ParameterView(property, identifier: identifier, reading: reading, indentation: indentation)
        view.isList = isList
        view.summary = property.schema.about ?? "The header field `\(property.name)`."
        return view
    }

    private static func call(_ function: String, _ name: String) -> SwiftExpression {
        SwiftExpression.call(function, (nil, .string(name)))
    }

    private init(_ property: SchemaProperty, identifier: String? = nil, reading: SwiftExpression, indentation: Int) {
        let about = property.schema.about ?? "The parameter `\(property.name)`."
        self.init(
            wireName: property.name,
            identifier: identifier ?? SwiftIdentifier.parameter(property.name),
            type: SwiftType(nestedName: "").text(property),
            doc: DocComment.lines([about, property.schema.boundsInWords ?? ""] + property.remarks, indentation: indentation),
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

    /// The failures of its own, for documentation; with their codes where callers are told these.
    private func failuresInWords(_ errors: APIDescription.ErrorFormat) -> [String] {
        failures.filter { !$0.isDerived }.map { failure in
            errors.tellsCode ? "- `\(failure.code)` (\(failure.status)): \(failure.when)" : "- \(failure.status): \(failure.when)"
        }
    }

    /// Its purpose, what else the contract says of it, and its route.
    var purpose: [String] { [summary, about ?? "", routeInWords, deprecationInWords] }

    /// Its purpose, and the failures of its own.
    func documentation(_ errors: APIDescription.ErrorFormat) -> [String] {
        let own = failuresInWords(errors)
        return purpose + (own.isEmpty ? [] : ["Fails with\n" + own.joined(separator: "\n")])
    }
}

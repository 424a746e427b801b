import CharterYAML

/// Endpoints, and the groups that give them defaults.
extension ContractReader {
    static let defaultKeys = ["auth", "scope", "role", "tenancy", "limits", "pagination", "idempotency", "envelope", "path", "headers"]

    mutating func group(_ name: Located<String>, _ node: MarkedNode) -> Group? {
        guard let members = members(node, of: "a group", keys: ["prefix", "about"] + Self.defaultKeys) else { return nil }
        guard let prefix = required("prefix", in: members).flatMap({ text($0) }).flatMap({ pathPattern($0) }) else { return nil }
        return Group(name: name, prefix: prefix, about: description(members["about"]), defaults: defaults(in: members, of: prefix.value))
    }

    mutating func endpoint(_ key: Located<String>, _ node: MarkedNode) -> Endpoint? {
        if key.value.hasPrefix("/") {
            let help = "write a method before the path, for each an endpoint: GET \(key.value.prefix { $0 != " " })"
            report("'\(key.value)' has no method", rule: "invalid-endpoint", at: key.span, help: help)
            return nil
        }
        let keys = ["id", "does", "about", "query", "takes", "returns", "fails"] + Endpoint.Details.keys + Self.defaultKeys
        guard let members = members(node, of: "an endpoint", keys: keys, allowsExtensions: true) else { return nil }
        let route = route(key)
        // That there is such an endpoint is a fact too.
        if key.isAssumed { assumedFacts += 1 }
        let id = requiredText("id", in: members)
        if !id.value.isEmpty, !NameForm.endpoint.fits(id.value) {
            report(
                "'\(id.value)' cannot name an endpoint",
                rule: "invalid-name",
                at: id.span,
                help: "write it in lower camel case: listEvents"
            )
        }
        let endpoint = Endpoint(
            method: key.map { _ in route?.method ?? .get },
            path: key.map { _ in route?.path ?? PathPattern(segments: []) },
            id: id,
            does: Located(required("does", in: members).flatMap { description($0) } ?? "", at: node.span, isAssumed: false),
            about: description(members["about"]),
            own: defaults(in: members, of: route?.path),
            query: fields(members["query"], of: "query parameters"),
            takes: members["takes"].flatMap { $0.isNone ? nil : typeUse($0) },
            returns: required("returns", in: members).flatMap { success($0) }
                ?? Endpoint.Success(status: Located(200, at: node.span, isAssumed: false), body: .unreadable(at: node.span)),
            fails: members["fails"].map { failures($0) } ?? [],
            details: endpointDetails(in: members),
            extensions: extensions(in: members)
        )
        return route == nil ? nil : endpoint
    }

    /// What endpoints have in common, or what one of them says itself.
    ///
    /// - Parameter pattern: the path that it is said of.
    mutating func defaults(in members: Members, of pattern: PathPattern? = nil) -> Defaults {
        Defaults(
            auth: members["auth"].map { requirement($0, of: "credential") },
            scope: members["scope"].map { requirement($0, of: "scope") },
            roles: members["role"].map { roles($0) },
            tenancy: members["tenancy"].flatMap { word($0) },
            headers: headers(members["headers"]),
            limits: members["limits"].map { Located($0.isNone ? [] : texts($0), at: $0.span, isAssumed: $0.isAssumed) },
            pagination: members["pagination"].map { setting($0) },
            idempotency: members["idempotency"].map { setting($0) },
            isBare: members["envelope"].flatMap { word($0, ["none"]) }?.map { _ in true },
            path: pathFields(members["path"], of: pattern)
        )
    }

    /// Path parameters; where what should describe them is no map, stand-ins for all that the path has.
    private mutating func pathFields(_ node: MarkedNode?, of pattern: PathPattern?) -> [Field] {
        let fields = fields(node, of: "path parameters")
        guard let node, let pattern, !node.isMapping, !node.isNone else { return fields }
        return pattern.parameters.map { name in
            Field(name: Located(name, at: node.span, isAssumed: false), isOptional: false, type: .unreadable(at: node.span))
        }
    }

    /// A name or `none`; an empty name once its fault is reported, since something is stated.
    mutating func setting(_ node: MarkedNode) -> Located<Setting<String>> {
        let expected = "a name or 'none'"
        guard let name = text(node, expected: expected) else { return Located(.some(""), at: node.span, isAssumed: node.isAssumed) }
        if name.value.isEmpty { wrongType(node, expected: expected) }
        return name.map { node.isNone ? .none : .some($0) }
    }

    /// The method and the path of a key such as `GET /communities/:tag/events`.
    private mutating func route(_ key: Located<String>) -> (method: Endpoint.Method, path: PathPattern)? {
        let parts = key.value.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            let help = "write a method, one space and a path: GET /events/:id"
            report("'\(key.value)' is no endpoint", rule: "invalid-endpoint", at: key.span, help: help)
            return nil
        }
        let path = pathPattern(key.map { _ in String(parts[1]) }, at: key.span)
        guard let method = Endpoint.Method(rawValue: String(parts[0])) else {
            let methods = Endpoint.Method.allCases.map(\.rawValue)
            let nearest = nearestName(to: String(parts[0]), among: methods)
            report(
                "'\(parts[0])' is no method that an endpoint can have",
                rule: "invalid-endpoint",
                at: key.span,
                help: nearest.map { "did you mean '\($0)'?" } ?? "the methods are \(methods.inWords(conjunction: "and"))"
            )
            return nil
        }
        return path.map { (method, $0.value) }
    }

    mutating func pathPattern(_ text: Located<String>, at span: SourceSpan? = nil) -> Located<PathPattern>? {
        var segments: [PathPattern.Segment] = []
        var names: Set<String> = []
        func fault(_ reader: inout ContractReader, _ message: String, help: String) -> Located<PathPattern>? {
            reader.report(message, rule: "invalid-path", at: span ?? text.span, help: help)
            return nil
        }
        guard text.value.first == "/", text.value.count == 1 || text.value.last != "/" else {
            let message = text.value.isEmpty ? "the path is empty" : "'\(text.value)' is no path"
            return fault(&self, message, help: Self.mend(ofPath: text.value))
        }
        for part in text.value.dropFirst().split(separator: "/", omittingEmptySubsequences: false) where text.value != "/" {
            if let name = Self.parameter(part) {
                guard names.insert(name).inserted else {
                    return fault(&self, "the path has two parameters '\(name)'", help: "give them different names")
                }
                segments.append(.parameter(name))
            } else if NameForm.pathLiteral.fits(part) {
                segments.append(.literal(String(part)))
            } else if part.isEmpty {
                return fault(&self, "the path has an empty segment", help: "put one slash between two segments")
            } else {
                return fault(&self, "'\(part)' cannot stand in a path", help: Self.mend(ofSegment: part))
            }
        }
        return text.map { _ in PathPattern(segments: segments) }
    }

    /// What to write for a path that does not begin with a slash, or ends with one.
    private static func mend(ofPath text: String) -> String {
        if text.contains("://") { return "begin behind the URL of the server" }
        let inner = text.split(separator: "/").joined(separator: "/")
        return inner.isEmpty ? "write one that begins with a slash: /orders" : "write '/\(inner)'"
    }

    /// What to write for a segment that is neither a word nor a parameter.
    private static func mend(ofSegment part: Substring) -> String {
        if part.contains("?") { return "leave out the query: its parameters stand under 'query:'" }
        if ":{<".contains(part.first ?? "/") { return "a parameter is a whole segment, of letters, digits and '_': :orderId" }
        return "use letters, digits, '-', '.', '_' and '~', or :name"
    }

    /// The name of a parameter written `:name` or `{name}`; nil for anything else.
    private static func parameter(_ part: Substring) -> String? {
        let name: Substring
        switch (part.first, part.last) {
        case (":", _): name = part.dropFirst()
        case ("{", "}"): name = part.dropFirst().dropLast()
        default: return nil
        }
        return NameForm.pathParameter.fits(name) ? String(name) : nil
    }

    /// A type, which means 200, or a map of statuses to one type.
    private mutating func success(_ node: MarkedNode) -> Endpoint.Success? {
        if let members = Members(node, of: "'returns'"), let entry = members.entries.first, entry.name.value.first?.isNumber == true {
            checkTag(node)
            let statuses = members.entries.compactMap { status($0.name, in: 200...299, at: $0.name.span) }
            guard let status = statuses.first, statuses.count == members.entries.count else { return nil }
            let bodies = members.entries.map { $0.value.isNone ? nil : body($0.value) }
            var others = Array(statuses.dropFirst())
            for (other, body) in zip(members.entries, bodies).dropFirst() where !Self.isSame(body, bodies[0]) {
                others = []
                let note = Diagnostic.Note("the first one returns this", at: entry.value.span)
                report(
                    "the successes of an endpoint return one type",
                    rule: "several-successes",
                    at: other.value.span,
                    notes: [note],
                    help: "name the same type for all statuses; failures stand under 'fails:'"
                )
            }
            return Endpoint.Success(status: status, otherStatuses: others, body: bodies[0])
        }
        if let text = node.text, let match = text.wholeMatch(of: /([1-5][0-9]{2})(?:[ :]+(.+))?/) {
            let mend = match.2.map { "\(match.1): \($0)" } ?? (["204", "205"].contains(match.1) ? "\(match.1): none" : "\(match.1): Order")
            report("'\(text)' does not say the type", rule: "wrong-type", at: node.span, help: "write a status and a type: { \(mend) }")
            return nil
        }
        if node.isNone {
            report("'none' does not say which status is answered", rule: "wrong-type", at: node.span, help: "write { 204: none }")
            return nil
        }
        return Endpoint.Success(status: Located(200, at: node.span, isAssumed: node.isAssumed), body: typeUse(node))
    }

    /// The type of a reply to which a status belongs.
    private mutating func body(_ node: MarkedNode) -> TypeUse {
        let isNothing = node.isNull || (!node.isMapping && node.elements == nil && node.text == nil)
        guard isNothing else { return typeUse(node) }
        wrongType(node, expected: "a type or 'none'", help: "write 'none' where the reply has no body")
        return .unreadable(at: node.span)
    }

    /// Whether two successes return one type, which both name, or nothing.
    private static func isSame(_ type: TypeUse?, _ other: TypeUse?) -> Bool {
        guard let type, let other else { return type == nil && other == nil }
        guard let name = type.nameText, let otherName = other.nameText else { return false }
        // What could not be read has a fault of its own.
        return name.isEmpty || otherName.isEmpty || name == otherName
    }

    private mutating func failures(_ node: MarkedNode) -> [Endpoint.Failure] {
        let example = "{ 409: { code: sold-out, when: Nothing is left. } }"
        return named(node, "failures", by: "statuses", example: example) { reader, name, value -> [Endpoint.Failure]? in
            guard let status = reader.status(name, in: 400...599, at: name.span) else { return [] }
            return (value.elements ?? [value]).compactMap { reader.failure($0, status: status) }
        }.flatMap { $0 }
    }

    private mutating func failure(_ node: MarkedNode, status: Located<Int>) -> Endpoint.Failure? {
        guard let members = members(node, of: "a failure", keys: ["code", "when"], example: "{ code: sold-out, when: Nothing is left. }")
        else { return nil }
        let code = requiredText("code", in: members)
        if !code.value.isEmpty, !NameForm.code.fits(code.value) {
            report("'\(code.value)' is no code", rule: "invalid-name", at: code.span, help: "write it in kebab case: sold-out")
        }
        return Endpoint.Failure(status: status, code: code, when: required("when", in: members).flatMap { description($0) } ?? "")
    }

    mutating func status(_ text: Located<String>, in range: ClosedRange<Int>, at span: SourceSpan) -> Located<Int>? {
        guard let status = Int(text.value), range.contains(status) else {
            report(
                "'\(text.value)' is no status that can stand here",
                rule: "invalid-status",
                at: span,
                help: "write a status from \(range.lowerBound) to \(range.upperBound)"
            )
            return nil
        }
        return text.map { _ in status }
    }
}

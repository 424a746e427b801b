import CharterYAML

/// The file as a whole.
extension ContractReader {
    private static let keys = [
        "charter", "api", "title", "about", "version", "servers", "contact", "license", "promise", "credentials", "tenancy", "scopes",
        "limits", "pagination", "errors", "path", "groups", "endpoints", "types",
    ]

    mutating func contract(_ root: MarkedNode) -> Contract? {
        guard let members = members(root, of: "a contract", keys: Self.keys, allowsExtensions: true), isReadable(members) else { return nil }
        let extensions = extensions(in: members)
        return Contract(
            api: apiName(in: members),
            title: requiredText("title", in: members),
            about: description(members["about"]),
            version: version(in: members),
            servers: servers(in: members),
            contact: members["contact"].flatMap { contact($0) },
            license: members["license"].flatMap { license($0) },
            promise: required("promise", in: members).flatMap { word($0) } ?? Located(.none, at: root.span, isAssumed: false),
            credentials: named(members["credentials"], "credentials") { $0.credential($1, $2) },
            tenancy: members["tenancy"].flatMap { $0.isNone ? nil : tenancy($0) },
            scopes: named(members["scopes"], "scopes") { $0.scope($1, $2) },
            limits: named(members["limits"], "limits") { $0.limit($1, $2) },
            paginations: named(members["pagination"], "ways of paging") { $0.pagination($1, $2) },
            errors: members["errors"].flatMap { errors($0) } ?? Located(.problem, at: root.span, isAssumed: false),
            path: fields(members["path"], of: "path parameters"),
            groups: named(members["groups"], "groups") { $0.group($1, $2) },
            endpoints: named(required("endpoints", in: members), "endpoints") { $0.endpoint($1, $2) },
            types: named(members["types"], "types") { $0.typeDeclaration($1, $2) },
            extensions: extensions,
            sections: Dictionary(members.entries.map { ($0.name.value, $0.name.span) }) { first, _ in first },
            assumedFacts: assumedFacts
        )
    }

    /// Whether the file is in a language that this reader knows.
    private mutating func isReadable(_ members: Members) -> Bool {
        guard let node = required("charter", in: members), let language = integer(node, atLeast: 1) else { return true }
        guard language.value > Self.languageVersion else { return true }
        report(
            "this contract is written in version \(language.value) of the language; this charter reads up to \(Self.languageVersion)",
            rule: "language-version",
            at: node.span,
            help: "use a newer charter"
        )
        return false
    }

    private mutating func apiName(in members: Members) -> Located<String> {
        let name = requiredText("api", in: members)
        if !name.value.isEmpty, name.value.wholeMatch(of: /[A-Z][A-Za-z0-9]{0,59}/) == nil {
            report(
                "'\(name.value)' cannot name an API in code",
                rule: "invalid-name",
                at: name.span,
                help: "begin with a capital and use up to 60 letters and digits"
            )
        }
        return name
    }

    private mutating func version(in members: Members) -> Located<String> {
        let version = requiredText("version", in: members)
        if !version.value.isEmpty, version.value.wholeMatch(of: /(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)/) == nil {
            report("'\(version.value)' is no version", rule: "invalid-version", at: version.span, help: "write MAJOR.MINOR.PATCH, such as 1.0.0")
        }
        return version
    }

    private mutating func servers(in members: Members) -> [Contract.Server] {
        guard let node = required("servers", in: members) else { return [] }
        let servers = named(node, "server URLs") { reader, name, value in
            reader.url(value).map { Contract.Server(name: name, url: $0) }
        }
        if servers.isEmpty, case .mapping(let entries) = node.node.kind, entries.isEmpty {
            report("a contract needs at least one server", rule: "missing-server", at: node.keySpan)
        }
        return servers
    }

    private mutating func url(_ node: MarkedNode) -> Located<String>? {
        guard let url = text(node, expected: "a URL") else { return nil }
        if url.value.wholeMatch(of: /https?:\/\/[A-Za-z0-9.\-]+(:[0-9]+)?(\/[A-Za-z0-9\-._~%]+)*/) == nil {
            report(
                "'\(url.value)' is no base URL",
                rule: "invalid-url",
                at: url.span,
                help: url.value.hasSuffix("/") ? "leave out the slash at the end" : "write https://host/path, without a query"
            )
        }
        return url
    }

    private mutating func contact(_ node: MarkedNode) -> Located<Contract.Contact>? {
        guard let members = members(node, of: "a contact", keys: ["name", "url", "email"]) else { return nil }
        let contact = Contract.Contact(
            name: members["name"].flatMap { text($0)?.value },
            url: members["url"].flatMap { text($0)?.value },
            email: members["email"].flatMap { text($0)?.value }
        )
        return Located(contact, at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func license(_ node: MarkedNode) -> Located<Contract.License>? {
        guard let members = members(node, of: "a license", keys: ["name", "url", "identifier"]) else { return nil }
        let license = Contract.License(
            name: requiredText("name", in: members).value,
            url: members["url"].flatMap { text($0)?.value },
            identifier: members["identifier"].flatMap { text($0)?.value }
        )
        if license.url != nil, license.identifier != nil {
            report("a license has a 'url' or an 'identifier', not both", rule: "license-twice", at: node.keySpan, help: "leave one of them out")
        }
        return Located(license, at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func errors(_ node: MarkedNode) -> Located<Contract.ErrorBody>? {
        members(node, of: "'errors'", keys: ["body"]).flatMap { required("body", in: $0) }.flatMap { word($0) }
    }
}

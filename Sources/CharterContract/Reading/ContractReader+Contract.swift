import CharterYAML

/// The file as a whole.
extension ContractReader {
    private static let keys =
        [
            "charter", "api", "title", "about", "version", "revision", "servers", "contact", "license", "promise", "credentials", "tenancy",
            "scopes",
            "roles", "limits", "pagination", "errors", "path", "headers", "groups", "methods", "endpoints", "types", "lint", "include",
        ] + conventionKeys

    /// Keys of which OpenAPI tells at the operations, parameters and schemas that have something from them, and those that state no facts.
    private static let toldElsewhere: Set = [
        "charter", "api", "title", "pagination", "idempotency", "path", "headers", "groups", "methods", "endpoints", "types", "lint",
        "include",
    ]

    mutating func contract(_ root: MarkedNode) -> Contract? {
        if let members = Members(root, of: "a contract"), let first = members.entries.first,
            ["openapi", "swagger"].contains(first.name.value)
        {
            report(
                "this is an OpenAPI document, and charter reads contracts",
                rule: "not-a-contract",
                at: first.name.span,
                help: "begin a contract with 'charter init NAME': the OpenAPI document is made from it"
            )
            return nil
        }
        // A later language may have other keys: nothing else is said of a contract written in it.
        if let members = Members(root, of: "a contract"), !isReadable(members) { return nil }
        guard let members = members(root, of: "a contract", keys: Self.keys, allowsExtensions: true) else { return nil }
        let extensions = extensions(in: members)
        let types = named(members["types"], "types") { $0.typeDeclaration($1, $2) }
        return Contract(
            api: apiName(in: members),
            title: requiredText("title", in: members),
            about: description(members["about"]),
            version: version(in: members),
            revision: members["revision"].flatMap { day($0) },
            servers: servers(in: members),
            contact: members["contact"].flatMap { contact($0) },
            license: members["license"].flatMap { license($0) },
            promise: required("promise", in: members).flatMap { self.promise($0) } ?? Located(.none, at: root.span, isAssumed: false),
            credentials: named(members["credentials"], "credentials") { $0.credential($1, $2) },
            tenancy: members["tenancy"].flatMap { $0.isNone ? nil : tenancy($0) },
            scopes: named(members["scopes"], "scopes") { $0.scope($1, $2) },
            roles: named(members["roles"], "roles") { $0.role($1, $2) },
            limits: named(members["limits"], "limits") { $0.limit($1, $2) },
            paginations: named(members["pagination"], "ways of paging") { $0.pagination($1, $2) },
            errors: members["errors"].flatMap { errors($0) } ?? Located(.problem, at: root.span, isAssumed: false),
            conventions: conventions(in: members),
            path: fields(members["path"], of: "path parameters"),
            headers: headers(members["headers"]),
            groups: named(members["groups"], "groups") { $0.group($1, $2) },
            methods: named(members["methods"], "defaults of methods") { $0.methodDefaults($1, $2) },
            endpoints: named(required("endpoints", in: members), "endpoints") { $0.endpoint($1, $2) },
            types: types,
            typesByName: types.withViewsByName,
            extensions: extensions,
            lint: named(members["lint"], "severities of rules") { $0.lintSetting($1, $2) },
            sections: sections(in: members),
            assumed: root.assumedMembers(at: "", without: Self.toldElsewhere),
            assumedFacts: assumedFacts,
            cutDescriptions: cutDescriptions
        )
    }

    private func sections(in members: Members) -> [String: Contract.Section] {
        let sections = members.entries.map { name, value in
            let names = value.isNone ? [] : Members(value, of: name.value)?.entries.map(\.name.value)
            return (name.value, Contract.Section(span: name.span, names: names))
        }
        // What stands under a key that was mistyped is not known.
        let mistyped = members.mistyped.map { ($0, Contract.Section(span: members.node.keySpan, names: nil)) }
        return Dictionary(sections + mistyped) { _, last in last }
    }

    /// Whether the file is in a language that this reader knows.
    private mutating func isReadable(_ members: Members) -> Bool {
        guard let node = required("charter", in: members) else { return true }
        if members.entries.first?.name.value != "charter" {
            let help = "move it to the top: it tells contracts from other files"
            report("'charter' is not the first key", rule: "charter-first", at: node.keySpan, help: help)
        }
        guard let language = integer(node, atLeast: 1) else { return true }
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
        if !name.value.isEmpty, !NameForm.type.fits(name.value) {
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
        if !version.value.isEmpty, version.value.wholeMatch(of: /(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)/) == nil {
            report(
                "'\(version.value)' is no version",
                rule: "invalid-version",
                at: version.span,
                help: "write MAJOR.MINOR.PATCH, such as 1.0.0"
            )
        }
        return version
    }

    private mutating func servers(in members: Members) -> [Contract.Server] {
        guard let node = required("servers", in: members) else { return [] }
        let servers = named(node, "server URLs", example: "{ production: https://api.example.com/v1 }") { reader, name, value in
            reader.server(name, value)
        }
        if servers.isEmpty, node.isNone || Members(node, of: "'servers'")?.entries.isEmpty == true {
            report(
                "a contract needs at least one server",
                rule: "missing-server",
                at: node.keySpan,
                help: "add one: production: https://api.example.com/v1"
            )
        }
        return servers
    }

    /// A URL, or a map that has more to say of the server.
    private mutating func server(_ name: Located<String>, _ node: MarkedNode) -> Contract.Server? {
        guard node.isMapping else { return url(node).map { Contract.Server(name: name, url: $0) } }
        guard let members = members(node, of: "a server", keys: ["url", "about", "environment"]),
            let url = required("url", in: members).flatMap({ url($0) })
        else { return nil }
        let environment = members["environment"].flatMap { text($0) }
        return Contract.Server(name: name, url: url, environment: environment, about: description(members["about"]))
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
            report(
                "a license has a 'url' or an 'identifier', not both",
                rule: "license-twice",
                at: node.keySpan,
                help: "leave one of them out"
            )
        }
        return Located(license, at: node.span, isAssumed: node.isAssumed)
    }
}

import CharterYAML

/// Who may call: credentials, scopes, tenancy and limits.
extension ContractReader {
    mutating func credential(_ name: Located<String>, _ node: MarkedNode) -> Credential? {
        guard let members = members(node, of: "a credential", keys: ["header", "about", "kinds"]) else { return nil }
        checkIdentifier(name, "credential")
        let header = requiredText("header", in: members)
        if !header.value.isEmpty, header.value.wholeMatch(of: /[A-Za-z0-9!#$%&'*+\-.^_`|~]+/) == nil {
            report(
                "'\(header.value)' is no name of a header field",
                rule: "invalid-header",
                at: header.span,
                help: "use letters, digits and '-', as in X-API-Key"
            )
        }
        let kindsNode = required("kinds", in: members)
        let kinds = named(kindsNode, "kinds of key") { $0.keyKind($1, $2) }
        if let kindsNode, kindsNode.isNone || Members(kindsNode, of: "'kinds'")?.entries.isEmpty == true {
            report(
                "a credential needs at least one kind of key",
                rule: "missing-kind",
                at: kindsNode.keySpan,
                help: "add one: secret: { prefix: sk_, use: server-only, holds: any }"
            )
        }
        return Credential(name: name, header: header, about: description(members["about"]), kinds: kinds)
    }

    private mutating func keyKind(_ name: Located<String>, _ node: MarkedNode) -> KeyKind? {
        guard let members = members(node, of: "a kind of key", keys: ["prefix", "use", "holds", "limits", "about"]) else { return nil }
        checkIdentifier(name, "kind of key")
        return KeyKind(
            name: name,
            prefix: keyPrefix(in: members),
            use: required("use", in: members).flatMap { word($0) } ?? Located(.serverOnly, at: node.span, isAssumed: false),
            holds: required("holds", in: members).flatMap { scopeSet($0, all: "any") } ?? Located(.all, at: node.span, isAssumed: false),
            limits: members["limits"].map { texts($0) } ?? [],
            about: description(members["about"])
        )
    }

    /// What keys begin with: characters that a header field carries as they are.
    private mutating func keyPrefix(in members: Members) -> Located<String> {
        let prefix = requiredText("prefix", in: members)
        if !prefix.value.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) }) {
            report(
                "no key can begin with '\(prefix.value)'",
                rule: "invalid-prefix",
                at: prefix.span,
                help: "use visible ASCII characters without a space; a scheme word such as Bearer is no part of a key"
            )
        }
        return prefix
    }

    /// A list of scopes, or the word for all of them.
    private mutating func scopeSet(_ node: MarkedNode, all: String) -> Located<ScopeSet>? {
        if node.text == all { return text(node)?.map { _ in .all } }
        guard node.elements != nil else {
            wrongType(node, expected: "a list of scopes or '\(all)'", help: node.text.map { "write [\($0)]" })
            return nil
        }
        return Located(.only(texts(node)), at: node.span, isAssumed: node.isAssumed)
    }

    mutating func scope(_ name: Located<String>, _ node: MarkedNode) -> Scope? {
        checkIdentifier(name, "scope", form: .scope)
        let nothing = Located(ScopeSet.only([]), at: node.span, isAssumed: node.isAssumed)
        guard node.isMapping else { return description(node).map { Scope(name: name, about: $0, grants: nothing) } }
        guard let members = members(node, of: "a scope", keys: ["about", "grants"]) else { return nil }
        return Scope(
            name: name,
            about: requiredText("about", in: members).value,
            grants: members["grants"].flatMap { scopeSet($0, all: "all") } ?? nothing
        )
    }

    mutating func tenancy(_ node: MarkedNode) -> Located<Tenancy>? {
        guard let members = members(node, of: "'tenancy'", keys: ["name", "from", "foreign"]) else { return nil }
        let from = required("from", in: members).flatMap { self.members($0, of: "'from'", keys: ["path"]) }
        let tenancy = Tenancy(
            name: requiredText("name", in: members),
            pathParameter: from.map { requiredText("path", in: $0) } ?? Located("", at: node.span, isAssumed: false),
            foreignStatus: required("foreign", in: members).flatMap { integer($0) } ?? Located(403, at: node.span, isAssumed: false)
        )
        if ![403, 404].contains(tenancy.foreignStatus.value) {
            wrongType(members["foreign"] ?? node, expected: "403 or 404")
        }
        return Located(tenancy, at: node.span, isAssumed: node.isAssumed)
    }

    mutating func limit(_ name: Located<String>, _ node: MarkedNode) -> Limit? {
        guard let members = members(node, of: "a limit", keys: ["allow", "per", "by", "kind", "about"]) else { return nil }
        checkIdentifier(name, "limit")
        return Limit(
            name: name,
            allow: required("allow", in: members).flatMap { integer($0, atLeast: 1) } ?? Located(1, at: node.span, isAssumed: false),
            seconds: required("per", in: members).flatMap { duration($0) } ?? Located(1, at: node.span, isAssumed: false),
            by: requiredText("by", in: members),
            kind: members["kind"].flatMap { word($0) } ?? Located(.throttle, at: node.span, isAssumed: node.isAssumed),
            about: description(members["about"])
        )
    }

    /// Names that become identifiers in code and documents begin with a letter and hold letters, digits and a few separators.
    mutating func checkIdentifier(_ name: Located<String>, _ subject: String, form: NameForm = .declaration) {
        guard !form.fits(name.value) else { return }
        report(
            "'\(name.value)' cannot name a \(subject)",
            rule: "invalid-name",
            at: name.span,
            help: "begin with a letter and use up to 60 letters, digits, '-' and '_'"
        )
    }
}

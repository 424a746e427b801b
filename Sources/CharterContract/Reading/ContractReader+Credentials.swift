import CharterYAML

/// Who may call: credentials and their kinds of key.
extension ContractReader {
    private static let placeKeys = ["header", "query", "bearer", "basic"]
    private static let credentialKeys =
        placeKeys + ["also", "twice", "challenge", "about", "kinds", "holds", "use", "roles", "limits"]

    mutating func credential(_ name: Located<String>, _ node: MarkedNode) -> Credential? {
        guard let members = members(node, of: "a credential", keys: Self.credentialKeys, example: "{ header: X-API-Key, kinds: … }") else {
            return nil
        }
        checkIdentifier(name, "credential")
        let isToken = members["bearer"]?.text == "jwt"
        let place = place(in: members, isToken: nil) ?? Located(.header(""), at: node.span, isAssumed: false)
        let everything = Located(ScopeSet.all, at: node.span, isAssumed: node.isAssumed)
        return Credential(
            name: name,
            place: place,
            fallbackPlaces: fallbackPlaces(in: members, behind: place, isToken: isToken),
            twice: members["twice"].flatMap { word($0) } ?? Located(.reject, at: node.span, isAssumed: false),
            isToken: isToken,
            challenge: members["challenge"].map { challenge($0) },
            about: description(members["about"]),
            kinds: kinds(in: members, isToken: isToken),
            holds: holds(in: members, isToken: isToken) ?? everything,
            use: use(in: members, isToken: isToken),
            roles: members["roles"].flatMap { $0.isNone ? nil : scopeSet($0, of: "roles", all: "any") },
            limits: members["limits"].map { texts($0) } ?? []
        )
    }

    /// The one place that a map names.
    ///
    /// - Parameter isToken: whether a bearer must hold a token, or must hold a key; nil where it says so itself.
    private mutating func place(in members: Members, isToken: Bool?) -> Located<CredentialPlace>? {
        let entries = members.entries.filter { Self.placeKeys.contains($0.name.value) }
        guard entries.count == 1, let entry = entries.first else {
            // A place has no other keys: one that is unknown is reported as such.
            let isMistyped = isToken == nil ? Self.placeKeys.contains(where: members.mistyped.contains) : !members.entries.isEmpty
            if !isMistyped || !entries.isEmpty {
                report(
                    entries.isEmpty ? "\(members.subject) needs a place" : "\(members.subject) has one place, not \(entries.count)",
                    rule: "credential-place",
                    at: entries.dropFirst().first?.name.span ?? members.node.keySpan,
                    help: entries.isEmpty
                        ? "add one of 'header:', 'query:', 'bearer:' and 'basic:'" : "write the others under 'also:'"
                )
            }
            return nil
        }
        let node = entry.value
        let place: CredentialPlace? =
            switch entry.name.value {
            case "header": headerPlace(node)
            case "query": queryPlace(node)
            case "bearer": bearerPlace(node, isToken: isToken)
            default: basicPlace(node)
            }
        return place.map { Located($0, at: node.span, isAssumed: node.isAssumed) }
    }

    /// A header field that holds the key alone, or behind the word of a scheme.
    private mutating func headerPlace(_ node: MarkedNode) -> CredentialPlace? {
        guard node.isMapping else { return headerName(node).map { .header($0.value) } }
        guard let members = members(node, of: "'header'", keys: ["name", "scheme"]) else { return nil }
        let name = requiredText("name", in: members)
        let scheme = requiredText("scheme", in: members)
        guard checkHeaderName(name) else { return nil }
        if !scheme.value.isEmpty, scheme.value.wholeMatch(of: Self.token) == nil {
            report(
                "'\(scheme.value)' is no word of a scheme",
                rule: "invalid-header",
                at: scheme.span,
                help: "write one word, such as ApiKey"
            )
        }
        return .scheme(scheme.value, header: name.value)
    }

    private mutating func queryPlace(_ node: MarkedNode) -> CredentialPlace? {
        guard let name = text(node, expected: "the name of a query parameter") else { return nil }
        if !NameForm.field.fits(name.value) {
            let help = "begin with a letter and use letters, digits, '-', '_' and '.'"
            report("'\(name.value)' cannot name a query parameter", rule: "invalid-name", at: name.span, help: help)
        }
        return .query(name.value)
    }

    private mutating func bearerPlace(_ node: MarkedNode, isToken: Bool?) -> CredentialPlace? {
        guard let word = word(node, ["jwt", "opaque"]) else { return nil }
        if let isToken, isToken != (word.value == "jwt") {
            report(
                "this credential is \(isToken ? "a token" : "a key") in every place",
                rule: "credential-place",
                at: word.span,
                help: "write 'bearer: \(isToken ? "jwt" : "opaque")'"
            )
        }
        return .scheme("Bearer", header: "Authorization")
    }

    /// The user name and the password of Basic (RFC 7617), of which one is the key.
    private mutating func basicPlace(_ node: MarkedNode) -> CredentialPlace? {
        guard let members = members(node, of: "'basic'", keys: ["user", "password"]) else { return nil }
        let parts = ["user", "password"].map { key in members[key].flatMap { word($0, ["key", "empty", "any"]) } }
        let words = parts.map { $0?.value }
        guard words.count(where: { $0 == "key" }) == 1 else {
            report(
                "either the user or the password is the key",
                rule: "credential-place",
                at: node.keySpan,
                help: "write { user: key, password: empty }"
            )
            return nil
        }
        let other = words.contains("any") ? CredentialPlace.OtherPart.any : .empty
        return .basic(words[0] == "key" ? .user : .password, other: other)
    }

    private mutating func fallbackPlaces(
        in members: Members,
        behind first: Located<CredentialPlace>,
        isToken: Bool
    ) -> [Located<CredentialPlace>] {
        guard let node = members["also"], !node.isNone else { return [] }
        guard let elements = node.elements else {
            wrongType(node, expected: "a list of places", help: "write [{ query: api_key }]")
            return []
        }
        var seen = [first]
        for element in elements {
            guard let members = self.members(element, of: "a place", keys: Self.placeKeys),
                let place = place(in: members, isToken: isToken)
            else { continue }
            if let other = seen.first(where: { $0.value == place.value }) {
                report(
                    "this place stands twice",
                    rule: "credential-place",
                    at: place.span,
                    notes: [Diagnostic.Note("it stands here too", at: other.span)],
                    help: "keep one of them"
                )
            }
            seen.append(place)
        }
        return Array(seen.dropFirst())
    }

    /// What a 401 asks for: a challenge as RFC 9110 §11.6.1 has it.
    private mutating func challenge(_ node: MarkedNode) -> Located<Setting<String>> {
        let challenge = setting(node)
        if let text = challenge.value.value, !text.isEmpty, text.wholeMatch(of: /[!-~]+( [ -~]*[!-~])?/) == nil {
            report(
                "no header field can hold this challenge",
                rule: "invalid-header",
                at: node.span,
                help: "write visible ASCII characters, such as Bearer realm=\"shop\""
            )
        }
        return challenge
    }

    private mutating func kinds(in members: Members, isToken: Bool) -> [KeyKind] {
        if isToken {
            if let node = members["kinds"], !node.isNone {
                let help = "leave out 'kinds:', or write 'bearer: opaque'"
                report("a token has no kinds", rule: "token-kinds", at: node.keySpan, help: help)
            }
            return []
        }
        // What it needs follows from a word that could not be read.
        if let bearer = members["bearer"], bearer.text != "opaque" { return [] }
        let node = required("kinds", in: members)
        let isOnly = node.flatMap { Members($0, of: "'kinds'")?.entries.count == 1 } ?? false
        let kinds = named(node, "kinds of key") { $0.keyKind($1, $2, isOnly: isOnly) }
        if let node, node.isNone || Members(node, of: "'kinds'")?.entries.isEmpty == true {
            report(
                "a credential needs at least one kind of key",
                rule: "missing-kind",
                at: node.keySpan,
                help: "add one: secret: { prefix: sk_, use: server-only, holds: any }"
            )
        }
        return kinds
    }

    private mutating func holds(in members: Members, isToken: Bool) -> Located<ScopeSet>? {
        guard let node = members["holds"] else { return nil }
        if !isToken {
            report("the kinds of key say what a key holds", rule: "holds-misplaced", at: node.keySpan, help: "write it at each kind")
        }
        return scopeSet(node, of: "scopes", all: "any")
    }

    private mutating func use(in members: Members, isToken: Bool) -> Located<KeyKind.Use>? {
        guard let node = members["use"] else { return nil }
        if !isToken {
            report("the kinds of key say where a key may be kept", rule: "use-misplaced", at: node.keySpan, help: "write it at each kind")
        }
        return word(node)
    }

    private mutating func keyKind(_ name: Located<String>, _ node: MarkedNode, isOnly: Bool) -> KeyKind? {
        let keys = ["prefix", "form", "use", "holds", "limits", "environment", "tenancy", "about"]
        guard let members = members(node, of: "a kind of key", keys: keys) else { return nil }
        checkIdentifier(name, "kind of key")
        let form = members["form"].flatMap { text($0) }
        if let form { checkKeyForm(form) }
        let hasNoPrefix = isOnly && form != nil && members["prefix"] == nil
        return KeyKind(
            name: name,
            prefix: hasNoPrefix ? Located("", at: node.span, isAssumed: node.isAssumed) : keyPrefix(in: members),
            form: form,
            use: required("use", in: members).flatMap { word($0) } ?? Located(.serverOnly, at: node.span, isAssumed: false),
            holds: required("holds", in: members).flatMap { scopeSet($0, of: "scopes", all: "any") }
                ?? Located(.all, at: node.span, isAssumed: false),
            limits: members["limits"].map { texts($0) } ?? [],
            environment: members["environment"].flatMap { text($0) },
            opensEveryTenant: members["tenancy"].flatMap { word($0, ["none"]) }?.map { _ in true }
                ?? Located(false, at: node.span, isAssumed: false),
            about: description(members["about"])
        )
    }

    private mutating func checkKeyForm(_ form: Located<String>) {
        guard (try? Regex(form.value)) == nil else { return }
        let help = "write a regular expression, such as [A-Za-z0-9]{24}"
        report("'\(form.value)' is no pattern", rule: "invalid-pattern", at: form.span, help: help)
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

    /// Whether a text can name a header field (RFC 9110 §5.1); one that cannot is reported, an empty one was before.
    mutating func checkHeaderName(_ name: Located<String>) -> Bool {
        if name.value.isEmpty || name.value.wholeMatch(of: Self.token) != nil { return true }
        report(
            "'\(name.value)' is no name of a header field",
            rule: "invalid-header",
            at: name.span,
            help: "use letters, digits and '-', as in X-API-Key"
        )
        return false
    }

    /// A token of HTTP (RFC 9110 §5.6.2).
    private static var token: Regex<Substring> { /[A-Za-z0-9!#$%&'*+\-.^_`|~]+/ }
}

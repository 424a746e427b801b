import CharterRuntime

extension CheckList {
    /// Who may call at all: nobody without a key or token that exists, is in its place, and is of a kind that may.
    mutating func addCredentialChecks() {
        let credentials = endpoint.auth.names.compactMap(api.credential)
        guard !credentials.isEmpty else { return }
        let isSeveral = credentials.count > 1
        addMissing()
        for credential in credentials {
            let suffix = isSeveral ? "/\(credential.name)" : ""
            addForms(of: credential, suffix)
            addStates(of: credential, suffix)
            if mayCall(credential) { addPlaces(of: credential, suffix) }
        }
        for credential in credentials where !credential.sharesHeader(with: credentials) && isSeveral && canBeLeftOut(credential) {
            add("wrong-beside-another/\(credential.name)", "auth") { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).besideAnother()
            }
        }
        addKinds(of: credentials)
    }

    /// Whether somebody may call without it.
    private func canBeLeftOut(_ credential: APIDescription.Credential) -> Bool {
        endpoint.auth.alternatives.contains { names in
            !names.isEmpty && !names.contains(credential.name) && names.allSatisfy { api.credential(named: $0).map(mayCall) ?? false }
        }
    }

    /// Whether a text can stand for either of two credentials.
    private func areInOnePlace(_ one: APIDescription.Credential, _ other: APIDescription.Credential) -> Bool {
        !Set([one.place] + one.fallbackPlaces).isDisjoint(with: [other.place] + other.fallbackPlaces)
    }

    /// Whether someone with that credential can be let in: where none of its kinds can, a valid one proves nothing.
    private func mayCall(_ credential: APIDescription.Credential) -> Bool {
        api.callers(of: endpoint).contains { $0.credential == credential.name }
    }

    private mutating func addMissing() {
        let auth = endpoint.auth
        if !auth.isOpen {
            add("missing-credential", "auth") { probe throws(MissingFixture) in
                SingleExchange(try probe.request(), expecting: probe.refusal(.credentialMissing))
            }
        } else if endpoint.scope.isOpen {
            addCall("anonymous-call", "auth") { probe throws(MissingFixture) in
                SingleExchange(try probe.request(), expecting: Acceptance(of: probe.endpoint))
            }
        }
        for name in auth.names where auth.needsBesideOthers(name) {
            add("missing-credential/\(name)", "auth") { probe throws(MissingFixture) in
                SingleExchange(try probe.request(as: try probe.companions(of: name)), expecting: probe.refusal(.credentialMissing))
            }
        }
    }

    /// Texts that are no credential.
    private mutating func addForms(of credential: APIDescription.Credential, _ suffix: String) {
        add("empty-credential\(suffix)", "auth") { probe throws(MissingFixture) in
            // On the wire nothing stands behind the word of a scheme: where a server stops to read is its own affair.
            try CredentialTexts(probe, credential).exchange("", [.credentialEmpty, .credentialMissing, .credentialMalformed])
        }
        // Where any text can be a key there is none that is malformed.
        if !credential.kinds.contains(where: { $0.prefix.isEmpty && $0.form == nil }) {
            add("malformed-credential\(suffix)", "auth") { probe throws(MissingFixture) in
                let texts = CredentialTexts(probe, credential)
                return try texts.exchange(try texts.malformed(), texts.codes(.credentialMalformed, ofToken: .credentialUnknown))
            }
        }
        add("unknown-credential\(suffix)", "auth") { probe throws(MissingFixture) in
            let texts = CredentialTexts(probe, credential)
            return try texts.exchange(try texts.unknown(), texts.codes(.credentialUnknown, ofToken: .credentialMalformed))
        }
        if mayCall(credential), credential.form != .jwt {
            add("longer-credential\(suffix)", "/credentials/\(credential.name)") { probe throws(MissingFixture) in
                try CredentialTexts(probe, credential).longer()
            }
            add("shorter-credential\(suffix)", "/credentials/\(credential.name)") { probe throws(MissingFixture) in
                try CredentialTexts(probe, credential).shorter()
            }
            add("text-before-credential\(suffix)", "/credentials/\(credential.name)") { probe throws(MissingFixture) in
                try CredentialTexts(probe, credential).behindAnother()
            }
            // One reader looks keys up for all endpoints.
            if index.isFirst(endpoint, toTake: credential.name) {
                add("credential-in-other-case\(suffix)", "/credentials/\(credential.name)") { probe throws(MissingFixture) in
                    try CredentialTexts(probe, credential).bodyInOtherCase()
                }
            }
        }
        if mayCall(credential), credential.form == .jwt {
            for signature in [CredentialTexts.Signature.none, .other] {
                add("\(signature.rawValue)-signature\(suffix)", "/credentials/\(credential.name)/bearer") { probe throws(MissingFixture) in
                    try CredentialTexts(probe, credential).unsigned(signature)
                }
            }
        }
        // A prefix is told from others by its letters as they are.
        if mayCall(credential), credential.kinds.contains(where: { $0.prefix != $0.prefix.uppercased() }) {
            add("prefix-in-other-case\(suffix)", "/credentials/\(credential.name)/kinds") { probe throws(MissingFixture) in
                try CredentialTexts(probe, credential).otherCase()
            }
        }
    }

    private mutating func addStates(of credential: APIDescription.Credential, _ suffix: String) {
        add("revoked-credential\(suffix)", "auth") { probe throws(MissingFixture) in
            try CredentialStates(probe, credential).dialogue(.revoked, .credentialRevoked)
        }
        add("expired-credential\(suffix)", "auth") { probe throws(MissingFixture) in
            try CredentialStates(probe, credential).dialogue(.expired, .credentialExpired)
        }
    }

    private mutating func addPlaces(of credential: APIDescription.Credential, _ suffix: String) {
        let contract = "/credentials/\(credential.name)"
        if !endpoint.auth.isOpen {
            add("credential-in-other-header\(suffix)", contract) { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).otherHeader()
            }
        }
        if !endpoint.auth.isOpen {
            add("credential-in-query\(suffix)", contract) { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).otherQuery()
            }
        }
        if credential.place.scheme != nil {
            if !endpoint.auth.isOpen {
                add("no-scheme\(suffix)", contract) { probe throws(MissingFixture) in
                    try CredentialPlaces(probe, credential).withoutScheme()
                }
                add("other-scheme\(suffix)", contract) { probe throws(MissingFixture) in
                    try CredentialPlaces(probe, credential).otherScheme()
                }
            }
            addCall("scheme-in-other-case\(suffix)", contract) { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).schemeInOtherCase()
            }
        }
        if case .basic(let part, let other) = credential.place, other == .any || !endpoint.auth.isOpen {
            addCall("other-part-of-basic\(suffix)", "\(contract)/basic") { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).beside(other, part)
            }
        }
        if credential.place.header != nil {
            add("repeated-credential\(suffix)", contract) { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).repeated()
            }
        }
        for index in credential.fallbackPlaces.indices {
            let number = index == 0 ? "" : "-\(index + 1)"
            addCall("other-place\(number)\(suffix)", "\(contract)/also") { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).fallback(index)
            }
            if credential.place.header != nil {
                add("wrong-in-first-place\(number)\(suffix)", "\(contract)/also") { probe throws(MissingFixture) in
                    try CredentialPlaces(probe, credential).wrongBefore(index)
                }
            }
            let isElsewhere = credential.fallbackPlaces[index].header?.lowercased() != credential.place.header?.lowercased()
            if credential.isReadFromPlainHeader, isElsewhere {
                addCall("empty-first-place\(number)\(suffix)", "\(contract)/also") { probe throws(MissingFixture) in
                    try CredentialPlaces(probe, credential).emptyBefore(index)
                }
            }
            add("two-places\(number)\(suffix)", "\(contract)/twice", leaving: .data) { probe throws(MissingFixture) in
                try CredentialPlaces(probe, credential).both(index)
            }
        }
    }

    /// Keys that exist, and are for something else.
    private mutating func addKinds(of credentials: [APIDescription.Credential]) {
        for kind in credentials.flatMap(api.validKinds) where !endpoint.keyKinds.contains(kind.name) {
            add("insufficient-kind/\(kind.name)", "scope") { probe throws(MissingFixture) in
                try CredentialKinds(probe).insufficient(kind.name)
            }
        }
        for credential in credentials {
            for kind in credential.kinds where !api.validKinds(of: credential).contains(kind) {
                add("other-environment/\(kind.name)", "/credentials/\(credential.name)/kinds/\(kind.name)/environment") {
                    probe throws(MissingFixture) in
                    try CredentialKinds(probe).otherEnvironment(kind, of: credential)
                }
            }
        }
        guard !endpoint.auth.isOpen else { return }
        for other in api.credentials where !endpoint.auth.names.contains(other.name) {
            add("credential-of-others/\(other.name)", "auth") { probe throws(MissingFixture) in
                try CredentialKinds(probe).ofOthers(other)
            }
            for own in credentials where mayCall(own) && own.form != .jwt && !areInOnePlace(own, other) {
                // Beside what else stands there, it would be one too many.
                if other.sharesHeader(with: credentials.filter { $0.name != own.name }) { continue }
                let suffix = credentials.count > 1 ? "/\(own.name)" : ""
                add("credential-in-place-of/\(other.name)\(suffix)", "/credentials/\(own.name)") { probe throws(MissingFixture) in
                    try CredentialPlaces(probe, own).inPlace(of: other)
                }
            }
        }
    }
}

extension APIDescription.Credential {
    /// Whether its first place is a header field that holds it and nothing else, and so can be there and empty.
    fileprivate var isReadFromPlainHeader: Bool {
        if case .header = place { true } else { false }
    }
}

import CharterYAML

/// Types, endpoints and kinds of key may not have names that generated code already needs for something else.
package struct ReservedTypeName: ContractRule {
    package static let name = "reserved-type-name"

    /// The types that templates name, and those of the standard library that would be hidden.
    private static let reserved: Set<String> = [
        "APIClient", "APIDescription", "APIKey", "APIRoutes", "All", "Any", "AnyObject", "Array", "AuthorizedRequest", "Bool",
        "CalendarDate", "Caller", "Check", "CheckResult", "ClientError", "ClosedEnumeration", "Codable", "CodingKey", "CodingKeys",
        "ConformanceSuite",
        "CursorPage",
        "DecimalNumber", "Decodable", "Decoder", "Dictionary", "Double", "Encodable", "Encoder", "EndpointReply", "Error", "ExactNumber",
        "Failure",
        "FieldFault",
        "Fixtures",
        "Float", "HTTPClientTransport", "HTTPReply", "HTTPTransport", "Hashable", "Hasher", "InMemoryKeyStore", "Input", "Int", "Int64",
        "InvalidKey", "JSONCodable", "JSONCoding", "JSONFault", "JSONMembers", "JSONNumber", "JSONReadable", "JSONReader",
        "JSONValue", "JSONWritable", "JSONWriter", "KeyHash", "KeyRing", "KeyStore",
        "LosslessStringConvertible", "Never", "NoKey",
        "OffsetPage", "OpenEnumeration", "Optional", "Page", "Pages", "Presence", "Problem", "Protocol", "RawJSON", "RawRepresentable",
        "Refusal", "ReplyBody",
        "ReplyContents", "ReplyFault",
        "RequestContext",
        "Result", "RouterMethods", "Self", "Sendable", "ServerUnderTest", "Set", "SourceLocation", "StaticString", "StoredKey",
        "String", "Suite",
        "Swift",
        "Task", "Test", "Testing", "Timestamp", "TokenVerifier", "Type", "UniqueID", "Void",
    ]

    /// What stands behind the API's name in those of its own declarations.
    private static let ownSuffixes = [
        "API", "Client", "Conformance", "ConformanceSuite", "Endpoints", "Interface", "Key", "Server", "ServerProvider", "ServerUnderTest",
        "Types",
    ]

    package func check(_ contract: Contract) -> [Diagnostic] {
        let tokens = contract.credentials.filter(\.isToken).map(\.name)
        let kinds = contract.credentials.flatMap(\.kinds).map(\.name) + tokens
        let keys =
            contract.credentials.flatMap(\.kinds).map { SwiftIdentifier.keyType($0.name.value) }
            + tokens.map { SwiftIdentifier.tokenType($0.value) }
        let own = Self.ownSuffixes.map { contract.api.value + $0 }
        let taken = Self.reserved.union(own)
        let takenBesideKeys = taken.union(keys)
        let replies = contract.replyTypes.keyed(by: \.value)
        let namespaces = contract.endpoints.map(\.id).keyed { SwiftIdentifier.type($0.value) }
        let types = contract.types.map(\.name).compactMap { type -> Diagnostic? in
            // Clients are generic in it: in them, a type of that name would be hidden.
            if takenBesideKeys.contains(type.value) { return diagnostic(type.value, at: type.span, help: "give the type another name") }
            if type.value == "Key" {
                let help = "clients call the type of their key so: give the type another name, such as \(contract.api.value)KeyRecord"
                return diagnostic(type.value, at: type.span, help: help)
            }
            if Self.joins(type.value, ofKeys: keys, kinds: kinds.map { SwiftIdentifier.type($0.value) }) {
                return diagnostic(type.value, at: type.span, help: "clients may call several keys so: give the type another name")
            }
            if let reply = replies[type.value] { return clash(of: type, withReplyOf: reply) }
            return namespaces[type.value].map { clash(of: type, with: $0) }
        }
        let endpoints = contract.endpoints.map(\.id).compactMap { id -> Diagnostic? in
            let namespace = SwiftIdentifier.type(id.value)
            guard takenBesideKeys.contains(namespace) else { return nil }
            return diagnostic(namespace, at: id.span, help: "begin the id with a verb, such as get or list")
        }
        let clashingReplies = contract.replyTypes.compactMap { reply -> Diagnostic? in
            guard takenBesideKeys.contains(reply.value) || namespaces[reply.value] != nil else { return nil }
            return diagnostic(reply.value, at: reply.span, help: "give the endpoint another id: this is what its reply is called")
        }
        let clashingKinds = zip(kinds, keys).filter { taken.contains($1) }.map { kind, key in
            diagnostic(key, at: kind.span, help: "give the kind of key or the credential another name")
        }
        return types + endpoints + clashingReplies + clashingKinds
    }

    /// Whether clients may need the name for several keys: `SecretKeyAndPersonToken`, `LiveOrTestKey`, `SecretKeyHolder`.
    ///
    /// - Parameters:
    ///   - keys: the names of the types of key.
    ///   - kinds: the kinds of key, as parts of longer names.
    private static func joins(_ name: String, ofKeys keys: [String], kinds: [String]) -> Bool {
        func isJoined(_ rest: Substring) -> Bool {
            (keys + kinds).contains { part in
                guard rest.hasPrefix(part) else { return false }
                let end = rest.dropFirst(part.count)
                if end.isEmpty { return keys.contains(part) }
                return ["And", "Or"].contains { end.hasPrefix($0) && isJoined(end.dropFirst($0.count)) }
            }
        }
        if name.hasSuffix("Holder") { return isJoined(name.dropLast("Holder".count)) }
        return !keys.contains(name) && isJoined(name[...])
    }

    private func diagnostic(_ name: String, at span: SourceSpan, help: String) -> Diagnostic {
        Diagnostic(.error, "generated code has another '\(name)' already", rule: Self.name, at: span, help: help)
    }

    private func clash(of type: Located<String>, withReplyOf id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error,
            "the reply of an endpoint is called '\(type.value)' in code",
            rule: Self.name,
            at: type.span,
            notes: [Diagnostic.Note("the endpoint has its id here", at: id.span)],
            help: "give the type another name"
        )
    }

    private func clash(of type: Located<String>, with id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error,
            "the type '\(type.value)' and the endpoint '\(id.value)' would have the same name in code",
            rule: Self.name,
            at: type.span,
            notes: [Diagnostic.Note("the endpoint has its id here", at: id.span)],
            help: "begin the endpoint's id with a verb, such as get or list"
        )
    }
}

import CharterRuntime
import CharterYAML

/// How calls are repeated safely.
extension ContractReader {
    mutating func idempotency(_ name: Located<String>, _ node: MarkedNode) -> IdempotencyConvention? {
        let keys = ["key", "form", "required", "keeps", "within", "same", "remembers", "replayed", "about"]
        guard let members = members(node, of: "a way to repeat calls", keys: keys) else { return nil }
        checkIdentifier(name, "way to repeat calls")
        let place = required("key", in: members).flatMap { keyPlace($0) }
        let retention = required("keeps", in: members).flatMap { keyLifetime($0) }
        let scope = required("within", in: members).flatMap { keyScope($0) }
        let no = Located(false, at: node.span, isAssumed: node.isAssumed)
        return IdempotencyConvention(
            name: name,
            place: place ?? no.map { _ in .header("") },
            form: members["form"].map { typeUse($0) },
            isRequired: members["required"].flatMap { yesOrNo($0) } ?? no,
            retention: retention ?? no.map { _ -> Int? in nil },
            scope: scope ?? no.map { _ in [] },
            comparesPayload: members["same"].flatMap { word($0, ["body", "nothing"]) }?.map { $0 == "body" } ?? no.map { _ in true },
            remembers: members["remembers"].flatMap { word($0, among: [.successes, .all, .allButServerErrors]) }
                ?? no.map { _ in .allButServerErrors },
            replayHeader: members["replayed"].flatMap { replayHeader($0) },
            about: description(members["about"]),
            assumed: node.assumedMembers(at: "")
        )
    }

    /// `{ header: Idempotency-Key }` or `{ field: idempotency_key }`.
    private mutating func keyPlace(_ node: MarkedNode) -> Located<APIDescription.Idempotency.Place>? {
        let keys = ["header", "field"]
        guard let members = members(node, of: "'key'", keys: keys, example: "{ header: Idempotency-Key }") else { return nil }
        guard members["header"] == nil || members["field"] == nil else {
            let help = "remove one of them"
            report("a key stands in a header field or in the body, not in both", rule: "key-twice", at: node.span, help: help)
            return nil
        }
        if let field = members["field"] { return text(field)?.map { .field($0) } }
        return required("header", in: members).flatMap { headerName($0) }?.map { .header($0) }
    }

    private mutating func keyLifetime(_ node: MarkedNode) -> Located<Int?>? {
        if node.text == "forever" { return text(node)?.map { _ in nil } }
        let meant = node.text.flatMap { ForeignWord.meant(by: $0, among: ["forever"]) }
        let help = meant.map { "did you mean '\($0)'?" } ?? "write a whole number and a unit: 1s, 15m, 24h or 30d; or 'forever'"
        return duration(node, help: help)?.map { $0 }
    }

    private mutating func keyScope(_ node: MarkedNode) -> Located<[APIDescription.Idempotency.Partition]>? {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list", help: node.text.map { "write [\($0)]" })
            return nil
        }
        checkTag(node)
        let known = [APIDescription.Idempotency.Partition.tenant, .key, .user, .endpoint]
        let words = known.map(\.rawValue) + [tenancyName].compactMap(\.self)
        let parts = elements.compactMap { word($0, words) }.map { part in
            part.map { APIDescription.Idempotency.Partition(rawValue: $0) ?? .tenant }
        }
        checkDistinct(parts.map { $0.map(\.rawValue) })
        return Located(parts.map(\.value), at: node.span, isAssumed: node.isAssumed)
    }

    private mutating func replayHeader(_ node: MarkedNode) -> Located<String>? {
        guard !node.isNone, let members = members(node, of: "'replayed'", keys: ["header"]) else { return nil }
        return required("header", in: members).flatMap { headerName($0) }
    }
}

import CharterRuntime
import CharterYAML

/// What holds for the API as a whole.
extension ContractReader {
    /// The top-level keys that are read here.
    static let conventionKeys = [
        "plans", "limitHeaders", "idempotency", "requests", "json", "responses", "envelope", "versioning", "describedAt",
    ]

    mutating func conventions(in members: Members) -> Conventions {
        let checked = members["requests"].flatMap { requests($0) }
        let wrapping = members["envelope"].flatMap { $0.isNone ? nil : envelope($0) }
        return Conventions(
            plans: named(members["plans"], "plans") { $0.plan($1, $2) },
            limitHeaders: members["limitHeaders"].flatMap { limitHeaders($0) },
            idempotency: named(members["idempotency"], "ways to repeat calls") { $0.idempotency($1, $2) },
            requests: checked?.rules,
            checkOrder: checked?.order ?? [],
            json: members["json"].flatMap { jsonSpelling($0) },
            responseHeaders: members["responses"].map { responseHeaders($0) } ?? [],
            envelope: wrapping?.common,
            singleExtras: wrapping?.single ?? [:],
            listExtras: wrapping?.list ?? [:],
            describedAt: members["describedAt"].flatMap { describingPath($0) },
            versioning: members["versioning"].flatMap { $0.isNone ? nil : versioning($0) },
            additions: members["promise"].flatMap { additions($0) }
        )
    }

    /// A word, or `{ keeps, adds }`.
    mutating func promise(_ node: MarkedNode) -> Located<Contract.Promise>? {
        guard node.isMapping else { return word(node) }
        return members(node, of: "'promise'", keys: ["keeps", "adds"]).flatMap { required("keeps", in: $0) }.flatMap { word($0) }
    }

    private mutating func additions(_ node: MarkedNode) -> Located<[Located<APIDescription.Addition>]>? {
        guard let adds = Members(node, of: "'promise'")?["adds"] else { return nil }
        guard let elements = adds.elements else {
            wrongType(adds, expected: "a list", help: adds.text.map { "write [\($0)]" })
            return nil
        }
        checkTag(adds)
        let additions = elements.compactMap { word($0, APIDescription.Addition.self) }
        checkDistinct(additions.map { $0.map(\.rawValue) })
        return Located(additions, at: adds.span, isAssumed: adds.isAssumed)
    }

    private mutating func jsonSpelling(_ node: MarkedNode) -> Located<JSONSpelling>? {
        guard let members = members(node, of: "'json'", keys: ["names", "accepts", "timestamps", "codable"]) else { return nil }
        let casings: [APIDescription.JSONStyle.Casing] = [.camelCase, .snakeCase]
        let names = members["names"].flatMap { word($0, ["as-written"] + casings.map(\.rawValue)) }
        let casing = names.flatMap { name in
            APIDescription.JSONStyle.Casing(rawValue: name.value).map { Located($0, at: name.span, isAssumed: name.isAssumed) }
        }
        if let accepts = members["accepts"], accepts.elements == nil {
            wrongType(accepts, expected: "a list", help: accepts.text.map { "write [\($0)]" })
        }
        let accepted = (members["accepts"]?.elements ?? []).compactMap { word($0, among: casings) }
        checkDistinct(accepted.map { $0.map(\.rawValue) })
        let style = APIDescription.JSONStyle(
            names: casing?.value,
            acceptedNames: accepted.map(\.value),
            timestamps: members["timestamps"].flatMap { word($0, among: [.any, .seconds, .milliseconds, .microseconds])?.value } ?? .any
        )
        let isCodable = members["codable"].flatMap { yesOrNo($0)?.value } ?? false
        return Located(JSONSpelling(names: casing, style: style, isCodable: isCodable), at: node.span, isAssumed: node.isAssumed)
    }

    /// What the server fills in by itself.
    private mutating func responseValue(_ node: MarkedNode, now: String) -> APIDescription.ResponseValue? {
        guard let text = text(node, expected: "a role or a text in quotes") else { return nil }
        if case .scalar(let scalar) = node.node.kind, !scalar.isPlain { return .text(text.value) }
        switch word(node, ["request-id", now, "version", "revision"])?.value {
        case "request-id": return .requestID
        case "version": return .version
        case "revision": return .revision
        case now: return .time
        default: return nil
        }
    }

    private mutating func responseHeaders(_ node: MarkedNode) -> [ResponseHeader] {
        guard let members = members(node, of: "'responses'", keys: ["headers"]) else { return [] }
        return named(members["headers"], "header fields") { reader, name, value in
            guard reader.checkHeaderName(name) else { return nil }
            return reader.responseValue(value, now: "date").map { ResponseHeader(name: name, value: $0) }
        }
    }

    /// The path of a place below every server, without parameters.
    private mutating func describingPath(_ node: MarkedNode) -> Located<String>? {
        guard let path = text(node, expected: "a path or a URL") else { return nil }
        if path.value.wholeMatch(of: /(https?:\/\/[A-Za-z0-9.\-]+(:[0-9]+)?)?(\/[A-Za-z0-9\-._~]+)+/) == nil {
            let help = "write a path without parameters, such as /openapi.json, or a URL that ends in one"
            report("'\(path.value)' is no path of a document", rule: "invalid-document-path", at: path.span, help: help)
        }
        return path
    }

    /// What results are wrapped in.
    private struct ReadEnvelope {
        var common: Located<APIDescription.Envelope>
        /// What stands beside single results alone, by path.
        var single: [String: APIDescription.ResponseValue]
        /// What stands beside lists alone, by path.
        var list: [String: APIDescription.ResponseValue]
    }

    private typealias Extra = (path: Located<String>, value: APIDescription.ResponseValue)

    private mutating func envelope(_ node: MarkedNode) -> ReadEnvelope? {
        let keys = ["single", "list", "takes", "with", "withSingle", "withList"]
        guard let members = members(node, of: "'envelope'", keys: keys) else { return nil }
        func member(_ key: String, _ reader: inout ContractReader) -> Located<String>? {
            members[key].flatMap { $0.isNone ? nil : reader.text($0) }
        }
        let single = member("single", &self)
        let list = member("list", &self)
        func extras(_ key: String, _ reader: inout ContractReader) -> [Extra] {
            var extras: [Extra] = []
            if let with = members[key] { reader.collectExtras(with, under: "", into: &extras) }
            return extras
        }
        let common = extras("with", &self)
        let (besideSingle, besideList) = (extras("withSingle", &self), extras("withList", &self))
        checkExtras(common, beside: [single, list].compactMap { $0 }, and: [])
        checkExtras(besideSingle, beside: single.map { [$0] } ?? [], and: common)
        checkExtras(besideList, beside: list.map { [$0] } ?? [], and: common)
        func byPath(_ extras: [Extra]) -> [String: APIDescription.ResponseValue] {
            Dictionary(extras.map { ($0.path.value, $0.value) }) { first, _ in first }
        }
        let envelope = APIDescription.Envelope(
            single: single?.value,
            list: list?.value,
            request: member("takes", &self)?.value,
            extras: byPath(common)
        )
        return ReadEnvelope(
            common: Located(envelope, at: node.span, isAssumed: node.isAssumed),
            single: byPath(besideSingle),
            list: byPath(besideList)
        )
    }

    /// What stands beside a result needs a place of its own, beside the result and beside what stands there anyway.
    private mutating func checkExtras(_ extras: [Extra], beside results: [Located<String>], and others: [Extra]) {
        for extra in extras {
            let path = extra.path.value
            let top = path.prefix { $0 != "." }
            if let clash = results.first(where: { $0.value == top }) {
                report(
                    "'\(top)' holds the result already",
                    rule: "envelope-clash",
                    at: extra.path.span,
                    notes: [Diagnostic.Note("it is named here", at: clash.span)],
                    help: "give it another name"
                )
            } else if let other = others.map(\.path).first(where: { path.isSameMember(as: $0.value) }) {
                report(
                    "'\(path)' stands beside every result already",
                    rule: "envelope-clash",
                    at: extra.path.span,
                    notes: [Diagnostic.Note("it is named here", at: other.span)],
                    help: "remove one of them, or give it another name"
                )
            }
        }
    }

    /// The values in a map of maps, by their paths.
    private mutating func collectExtras(
        _ node: MarkedNode,
        under path: String,
        into extras: inout [Extra]
    ) {
        let found = named(node, "members of a response") { _, name, value in (name, value) }
        for (name, value) in found {
            let inner = name.map { path + $0 }
            if value.isMapping {
                collectExtras(value, under: inner.value + ".", into: &extras)
            } else if let content = responseValue(value, now: "time") {
                extras.append((inner, content))
            }
        }
    }

    private mutating func versioning(_ node: MarkedNode) -> Located<APIDescription.Versioning>? {
        guard let members = members(node, of: "'versioning'", keys: ["header", "current", "older", "missing"]) else { return nil }
        let header = required("header", in: members).flatMap { headerName($0) }
        let current = requiredText("current", in: members)
        let older = members["older"].map { texts($0) } ?? []
        checkDistinct([current] + older)
        let answers: [APIDescription.Versioning.Missing] = [.reject, .current, .oldest]
        let missing = required("missing", in: members).flatMap { word($0, among: answers) }
        let versioning = APIDescription.Versioning(
            header: header?.value ?? "",
            current: current.value,
            older: older.map(\.value),
            missing: missing?.value ?? .reject
        )
        return Located(versioning, at: node.span, isAssumed: node.isAssumed)
    }
}

extension String {
    /// Whether two paths of members are equal, or one of them leads through the other.
    func isSameMember(as other: String) -> Bool {
        self == other || hasPrefix(other + ".") || other.hasPrefix(self + ".")
    }
}

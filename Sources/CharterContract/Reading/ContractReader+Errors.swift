import CharterRuntime
import CharterYAML

/// The form of error bodies.
extension ContractReader {
    mutating func errors(_ node: MarkedNode) -> Located<ErrorConvention>? {
        let keys = ["body", "media", "reports", "paths", "faults", "closed"]
        guard let members = members(node, of: "'errors'", keys: keys, example: "{ body: problem }") else { return nil }
        guard let bodyNode = required("body", in: members) else { return nil }
        let reports = members["reports"].flatMap { word($0, ["every", "first"])?.value } ?? "every"
        var format = APIDescription.ErrorFormat.problem
        if bodyNode.isMapping {
            format = APIDescription.ErrorFormat(mediaType: "application/json", body: errorObject(bodyNode, inList: reports == "first"))
        } else {
            guard word(bodyNode, ["problem"]) != nil else { return nil }
        }
        format.mediaType = members["media"].flatMap { mediaType($0) } ?? format.mediaType
        format.reportsFirstFaultOnly = reports == "first"
        format.fieldPaths = members["paths"].flatMap { word($0, among: [.dots, .pointer, .brackets])?.value } ?? .dots
        var statuses: [Located<Int>] = []
        format.faults = named(members["faults"], "faults") { reader, name, value in
            reader.fault(name, value, statuses: &statuses)
        }
        let closed = members["closed"].flatMap { node -> Located<[Int]>? in
            let statuses = self.statuses(node, in: 400...599)
            return node.elements == nil ? nil : Located(statuses, at: node.span, isAssumed: node.isAssumed)
        }
        format.closedStatuses = closed?.value ?? []
        let assumed = node.assumedFacts(at: "errors")
        let convention = ErrorConvention(format: format, statuses: statuses, closed: closed, assumed: assumed)
        return Located(convention, at: node.span, isAssumed: node.isAssumed || bodyNode.isAssumed)
    }

    private mutating func mediaType(_ node: MarkedNode) -> String? {
        guard let text = text(node, expected: "a media type") else { return nil }
        if text.value.wholeMatch(of: /[a-z0-9.+\-]+\/[a-z0-9.+\-]+/) == nil {
            report(
                "'\(text.value)' is no media type",
                rule: "invalid-media-type",
                at: text.span,
                help: "write it in small letters and without parameters: application/json"
            )
        }
        return text.value
    }

    /// A status, or what an API says of a fault instead of the usual.
    private mutating func fault(
        _ name: Located<String>,
        _ node: MarkedNode,
        statuses: inout [Located<Int>]
    ) -> APIDescription.ErrorFormat.Fault? {
        guard let kind = Problem.Code(rawValue: name.value) else {
            let known = Problem.Code.allCases.map(\.rawValue)
            report(
                "there is no fault '\(name.value)'",
                rule: "unknown-fault",
                at: name.span,
                help: nearestName(to: name.value, among: known).map { "did you mean '\($0)'?" }
                    ?? "the faults are listed in the reference of the language, under Errors"
            )
            return nil
        }
        guard node.isMapping else {
            let status = text(node, expected: "a status or a map").flatMap { self.status($0, in: 400...599, at: $0.span) }
            status.map { statuses.append($0) }
            return APIDescription.ErrorFormat.Fault(kind: kind, status: status?.value)
        }
        guard let members = members(node, of: "a fault", keys: ["status", "code", "message"]) else { return nil }
        let status = members["status"].flatMap { text($0) }.flatMap { self.status($0, in: 400...599, at: $0.span) }
        status.map { statuses.append($0) }
        return APIDescription.ErrorFormat.Fault(
            kind: kind,
            status: status?.value,
            code: members["code"].flatMap { text($0)?.value },
            message: members["message"].flatMap { text($0)?.value }
        )
    }

    // MARK: The body

    /// The words for what stands in an error body.
    private static let errorRoles: [(word: String, value: APIDescription.ErrorValue)] = [
        ("code", .code), ("message", .message), ("status", .status), ("title", .title), ("type", .type), ("time", .time),
        ("path", .path), ("method", .method), ("request-id", .requestID), ("retry-after", .retryAfter),
    ]
    private static let faultRoles: [(word: String, value: APIDescription.ErrorValue)] = [
        ("fault-field", .faultField), ("fault-message", .faultMessage), ("fault-code", .faultCode),
    ]

    private mutating func errorObject(_ node: MarkedNode, inList: Bool) -> APIDescription.ErrorValue {
        .object(
            named(node, "members of an error body") { reader, name, value in
                let isOptional = name.value.hasSuffix("?")
                let plain = isOptional ? String(name.value.dropLast()) : name.value
                return reader.errorValue(value, inList: inList).map { APIDescription.ErrorMember(plain, $0, isRequired: !isOptional) }
            }
        )
    }

    /// A role, a text in quotes, `{ const: text }`, `{ list: … }` with an element for each fault, or an object.
    private mutating func errorValue(_ node: MarkedNode, inList: Bool) -> APIDescription.ErrorValue? {
        if node.isMapping {
            let members = Members(node, of: "a member of an error body")
            guard let only = members?.entries.first, members?.entries.count == 1 else { return errorObject(node, inList: inList) }
            switch only.name.value {
            case "const" where only.value.text != nil: return text(only.value).map { .text($0.value) }
            case "list":
                return errorValue(only.value, inList: true).map { .faults($0) }
            default: return errorObject(node, inList: inList)
            }
        }
        guard let text = text(node, expected: "a role or a map") else { return nil }
        if case .scalar(let scalar) = node.node.kind, !scalar.isPlain { return .text(text.value) }
        if text.value == "faults" { return .faults(.object([.init("field", .faultField), .init("message", .faultMessage)])) }
        let roles = Self.errorRoles + (inList ? Self.faultRoles : [])
        if let role = roles.first(where: { $0.word == text.value }) { return role.value }
        unknownRole(text, inList: inList)
        return nil
    }

    private mutating func unknownRole(_ text: Located<String>, inList: Bool) {
        let words = (Self.errorRoles + Self.faultRoles).map(\.word) + ["faults"]
        if !inList, Self.faultRoles.contains(where: { $0.word == text.value }) {
            report(
                "'\(text.value)' tells one fault of several",
                rule: "unknown-role",
                at: text.span,
                help: "put it into a list, as in { list: { field: fault-field } }, or write 'reports: first'"
            )
            return
        }
        report(
            "an error body has nothing for '\(text.value)'",
            rule: "unknown-role",
            at: text.span,
            help: nearestName(to: text.value, among: words).map { "did you mean '\($0)'?" }
                ?? "the roles are \(words.inWords(conjunction: "and")); put a text that is always the same in quotes"
        )
    }
}

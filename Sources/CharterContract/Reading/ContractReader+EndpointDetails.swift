import CharterRuntime
import CharterYAML

/// What an endpoint says of its request and reply beside their types.
extension ContractReader {
    mutating func endpointDetails(in members: Members) -> Endpoint.Details {
        Endpoint.Details(
            patch: members["patch"].flatMap { word($0) },
            empty: members["empty"].flatMap { word($0) },
            again: members["again"].flatMap { word($0, ["404", "204"]) }?.map { $0 == "204" ? 204 : 404 },
            location: members["location"].flatMap { location($0) },
            gives: fields(members["gives"], of: "header fields"),
            rules: members["rules"].map { rules($0) } ?? [],
            filters: filters(members["filters"]),
            size: members["size"].flatMap { byteSize($0) },
            media: members["media"].map { media($0) },
            deprecation: deprecation(in: members)
        )
    }

    /// One media type, or several, each once.
    private mutating func media(_ node: MarkedNode) -> Located<[Located<Endpoint.Media>]> {
        let media = (node.elements ?? [node]).compactMap { word($0, Endpoint.Media.self) }
        checkDistinct(media.map { $0.map(\.rawValue) })
        if node.elements?.isEmpty == true { wrongType(node, expected: "at least one of 'json', 'form' and 'multipart'") }
        return Located(media, at: node.span, isAssumed: node.isAssumed)
    }

    /// `yes`, `no` or a path.
    private mutating func location(_ node: MarkedNode) -> Located<Endpoint.Location>? {
        guard node.text?.first == "/" else {
            let expected = "'yes', 'no' or a path"
            guard let text = text(node, expected: expected) else { return nil }
            guard ["yes", "no"].contains(text.value) else {
                wrongType(node, expected: expected, help: "write a path of the API, such as /orders/:id")
                return nil
            }
            return text.map { $0 == "yes" ? .below : .unsaid }
        }
        return text(node).flatMap { pathPattern($0) }?.map { .path($0) }
    }

    private mutating func rules(_ node: MarkedNode) -> [Endpoint.Rule] {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list of rules", help: "write [{ together: [from, to] }]")
            return []
        }
        checkTag(node)
        return elements.compactMap { rule($0) }
    }

    private mutating func rule(_ node: MarkedNode) -> Endpoint.Rule? {
        let kinds = Endpoint.Rule.Kind.allCases
        guard let members = members(node, of: "a rule", keys: kinds.map(\.rawValue) + ["max"]) else { return nil }
        let given = kinds.filter { members[$0.rawValue] != nil }
        guard given.count == 1, let kind = given.first, let names = members[kind.rawValue] else {
            // A rule that there is not has a fault of its own.
            if !given.isEmpty || members.entries.isEmpty {
                let words = kinds.map { "'\($0.rawValue)'" }.inWords(conjunction: "or")
                report("a rule has one of \(words)", rule: "rule-form", at: node.span, help: "write { together: [from, to] }")
            }
            return nil
        }
        let parameters = texts(names)
        if parameters.count < 2 || (kind.isStretch && parameters.count > 2) {
            let count = kind.isStretch ? "exactly two" : "at least two"
            wrongType(names, expected: "\(count) parameters", help: "write [from, to]")
            return nil
        }
        checkDistinct(parameters)
        let seconds = members["max"].flatMap { duration($0) }
        if kind != .span, let maximum = members["max"] {
            report("'max' belongs to a span", rule: "rule-form", at: maximum.keySpan, help: "write { span: [from, to], max: 31d }")
        }
        if kind == .span { _ = required("max", in: members) }
        return Endpoint.Rule(kind: kind, parameters: parameters, seconds: seconds, span: node.span)
    }

    private mutating func deprecation(in members: Members) -> Endpoint.Deprecation? {
        let sunset = members["sunset"].flatMap { day($0) }
        let successor = members["instead"].flatMap { text($0, expected: "the id of an endpoint") }
        guard let node = members["deprecated"] else {
            for key in ["sunset", "instead"] where members[key] != nil {
                let place = members[key]?.keySpan ?? members.node.keySpan
                let help = "add 'deprecated: yes', or the day since when"
                report("'\(key)' is said of an endpoint that is not deprecated", rule: "not-deprecated", at: place, help: help)
            }
            return nil
        }
        let since = node.text == "yes" ? nil : day(node, or: "'yes' or ")
        if node.text == "yes" { _ = text(node) }
        if let since, let sunset, sunset.value < since.value {
            report("the sunset is before the deprecation", rule: "early-sunset", at: sunset.span, help: "swap the two days")
        }
        return Endpoint.Deprecation(since: since, sunset: sunset, successor: successor)
    }

    /// A day such as `2026-05-01`.
    mutating func day(_ node: MarkedNode, or other: String = "") -> Located<String>? {
        guard let text = node.text, CalendarDate(text) != nil else {
            let isYes = !other.isEmpty && node.text == "true"
            wrongType(node, expected: "\(other)a day", help: isYes ? "did you mean 'yes'?" : "write it as 2026-05-01")
            return nil
        }
        return self.text(node)
    }
}

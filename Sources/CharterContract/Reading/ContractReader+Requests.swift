import CharterRuntime
import CharterYAML

/// How requests are read, and in which order they are checked.
extension ContractReader {
    typealias Stage = APIDescription.RequestRules.Stage

    /// The rules, and their order with the place of each stage; empty where none is stated.
    mutating func requests(_ node: MarkedNode) -> (rules: Located<APIDescription.RequestRules>, order: [Located<Stage>])? {
        let keys = ["order", "query", "body", "time", "head", "options", "override"]
        guard let members = members(node, of: "'requests'", keys: keys) else { return nil }
        var rules = APIDescription.RequestRules()
        let order = members["order"].flatMap { stages($0) } ?? []
        if !order.isEmpty { rules.order = order.map(\.value) }
        if let query = members["query"].flatMap({ self.members($0, of: "'query'", keys: ["unknown", "repeated", "empty"]) }) {
            rules.unknownQuery = query["unknown"].flatMap { word($0, among: [.ignore, .reject])?.value } ?? rules.unknownQuery
            rules.repeatedQuery = query["repeated"].flatMap { word($0, among: [.reject, .first, .last])?.value } ?? rules.repeatedQuery
            rules.emptyQuery = query["empty"].flatMap { word($0, among: [.value, .absent, .reject])?.value } ?? rules.emptyQuery
        }
        if let body = members["body"].flatMap({ self.members($0, of: "'body'", keys: ["unknown", "size", "depth", "media"]) }) {
            readBody(body, into: &rules)
        }
        rules.seconds = members["time"].flatMap { $0.isNone ? nil : duration($0)?.value }
        rules.refusesHead = members["head"].flatMap { yesOrNo($0)?.value } == false
        rules.refusesOptions = members["options"].flatMap { yesOrNo($0)?.value } == false
        rules.methodOverride = members["override"].flatMap { $0.isNone ? nil : headerName($0)?.value }
        return (Located(rules, at: node.span, isAssumed: node.isAssumed), order)
    }

    private mutating func readBody(_ members: Members, into rules: inout APIDescription.RequestRules) {
        let unknown: [APIDescription.RequestRules.UnknownFields] = [.ignore, .reject, .rejectAtTop]
        rules.unknownFields = members["unknown"].flatMap { word($0, among: unknown)?.value } ?? rules.unknownFields
        rules.bodySize = members["size"].flatMap { byteSize($0)?.value } ?? rules.bodySize
        if let depth = members["depth"], let levels = integer(depth, atLeast: 1) {
            if levels.value > 64 { wrongType(depth, expected: "a whole number from 1 to 64") }
            rules.bodyDepth = levels.value
        }
        guard let node = members["media"] else { return }
        let media = texts(node)
        checkDistinct(media)
        rules.media = (node.elements ?? []).compactMap { word($0, among: [.json, .form, .multipart])?.value }
        if node.elements?.isEmpty == true { wrongType(node, expected: "at least one of 'json', 'form' and 'multipart'") }
    }

    /// Every stage once, in the order in which requests are checked.
    private mutating func stages(_ node: MarkedNode) -> [Located<Stage>]? {
        guard let elements = node.elements else {
            wrongType(node, expected: "a list", help: node.text.map { "write [\($0)]" })
            return nil
        }
        checkTag(node)
        let stages = elements.compactMap { word($0, Stage.self) }
        checkDistinct(stages.map { $0.map(\.rawValue) })
        let missing = Stage.allCases.filter { stage in !stages.contains { $0.value == stage } }
        if !missing.isEmpty, stages.count == elements.count {
            report(
                "the order leaves out \(missing.map { "'\($0.rawValue)'" }.inWords(conjunction: "and"))",
                rule: "incomplete-order",
                at: node.span,
                help: "name every stage once: what an API does not check is passed over"
            )
        }
        return stages
    }
}

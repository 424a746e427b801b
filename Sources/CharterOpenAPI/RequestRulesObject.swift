import CharterContract
import CharterRuntime

/// How requests are read and checked, as `x-charter-requests` has it: what differs from the defaults of the language.
struct RequestRulesObject {
    private let rules: APIDescription.RequestRules
    private let usual = APIDescription.RequestRules()

    init(_ rules: APIDescription.RequestRules) {
        self.rules = rules
    }

    /// The member of the document; nil where all is as usual.
    var member: OrderedJSON.Member? {
        guard rules != usual else { return nil }
        let json: OrderedJSON = [
            "order": rules.order == usual.order ? nil : .array(rules.order.map { .string($0.rawValue) }),
            "query": query.members.isEmpty ? nil : query,
            "body": body.members.isEmpty ? nil : body,
            "time": rules.seconds.map { OrderedJSON(integerLiteral: $0) },
            "head": rules.refusesHead ? false : nil,
            "options": rules.refusesOptions ? false : nil,
            "override": rules.methodOverride.map(OrderedJSON.string),
        ]
        return OrderedJSON.Member("x-charter-requests", json)
    }

    private var query: OrderedJSON {
        [
            "unknown": rules.unknownQuery == usual.unknownQuery ? nil : .string(rules.unknownQuery.rawValue),
            "repeated": rules.repeatedQuery == usual.repeatedQuery ? nil : .string(rules.repeatedQuery.rawValue),
            "empty": rules.emptyQuery == usual.emptyQuery ? nil : .string(rules.emptyQuery.rawValue),
        ]
    }

    private var body: OrderedJSON {
        [
            "unknown": rules.unknownFields == usual.unknownFields ? nil : .string(rules.unknownFields.rawValue),
            "size": rules.bodySize == usual.bodySize ? nil : OrderedJSON(integerLiteral: rules.bodySize),
            "depth": rules.bodyDepth == usual.bodyDepth ? nil : OrderedJSON(integerLiteral: rules.bodyDepth),
            "media": rules.media == usual.media ? nil : .array(rules.media.map { .string($0.rawValue) }),
        ]
    }

    /// The header field by which a POST stands for another method of its path, as a parameter.
    ///
    /// - Parameter methods: the methods that the path has.
    func override(among methods: [Endpoint.Method]) -> OrderedJSON? {
        let others = [Endpoint.Method.put, .patch, .delete].filter(methods.contains).map { OrderedJSON.string($0.rawValue) }
        guard let name = rules.methodOverride, let example = others.first else { return nil }
        return [
            "name": .string(name),
            "in": "header",
            "required": false,
            "description": "The method that the request stands for, where it is not the one it is made with.",
            "schema": ["type": "string", "enum": .array(others), "example": example],
            "example": example,
        ]
    }
}

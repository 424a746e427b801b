import CharterRuntime

/// Reads values from a query by the API's rules for what is repeated and what is empty.
struct QueryReading {
    let rules: APIDescription.RequestRules
    let query: QueryValues

    /// The one value of a name; nil where it is absent, or as good as absent.
    ///
    /// - Throws: ``Fault`` for a value that is given in a way which the API refuses.
    func value(_ name: String) throws(Fault) -> String? {
        let values = try values(name)
        guard values.count > 1 else { return values.first }
        switch rules.repeatedQuery {
        case .reject: throw Fault(message: "must not be repeated")
        case .first: return values.first
        case .last: return values.last
        }
    }

    /// Every value of a name; empty where it is absent, or as good as absent.
    ///
    /// - Throws: ``Fault`` for a value that is given in a way which the API refuses.
    func values(_ name: String) throws(Fault) -> [String] {
        var values: [String] = []
        for value in query.decodedValues(of: name) {
            guard let value else { throw Fault(message: "is not percent-encoded UTF-8") }
            if value.isEmpty {
                switch rules.emptyQuery {
                case .value: break
                case .absent: continue
                case .reject: throw Fault(message: "must not be empty")
                }
            }
            values.append(value)
        }
        return values
    }

    /// What is wrong with the way in which a value is given, whatever it says.
    struct Fault: Error {
        let message: String
    }
}

import CharterRuntime

extension APIDescription {
    /// Whether a value that came back is the one that was sent, but for what callers do not say of it.
    ///
    /// - Parameters:
    ///   - sent: What a request had there.
    ///   - taken: What requests can have there.
    ///   - shown: What replies have there: where that is something else, what only the server sets is passed over at any depth.
    func isSame(_ found: JSONValue?, as sent: JSONValue, taken: Schema, shown: Schema) -> Bool {
        guard let found else { return false }
        guard let taken = resolved(taken)?.schema, let shown = resolved(shown)?.schema else { return found.means(sent) }
        switch (taken, shown, sent, found) {
        case (.decimal, .decimal, .string(let sent), .string(let found)):
            // A decimal number is its value, with however many zeros at its end.
            return DecimalNumber(sent).map { $0 == DecimalNumber(found) } ?? (sent == found)
        case (.object(let taken), .object(let shown), .object(let sent), .object(let found)):
            return isSame(found, as: sent, taken: taken, shown: shown)
        case (.list(let taken, _, _), .list(let shown, _, _), .array(let sent), .array(let found)):
            return sent.count == found.count && zip(found, sent).allSatisfy { isSame($0, as: $1, taken: taken, shown: shown) }
        case (.map(let taken, _), .map(let shown, _), .object(let sent), .object(let found)):
            return found.count == sent.count && sent.allSatisfy { isSame(found[$0.key], as: $0.value, taken: taken, shown: shown) }
        case (.union(let tag, let takenCases), .union(let shownTag, let shownCases), .object(let members), .object):
            guard tag == shownTag, let one = takenCases.first(where: { .string($0.tag) == members[tag] }),
                let other = shownCases.first(where: { $0.tag == one.tag })
            else { return found.means(sent) }
            return isSame(found, as: sent, taken: one.schema, shown: other.schema)
        default: return found.means(sent)
        }
    }

    /// The fields that two objects have alike.
    ///
    /// - Returns: Those of the second that have the name and the schema of one of the first.
    func sharedProperties(_ one: Schema?, _ other: Schema?) -> [Property] {
        guard let known = properties(of: one), let shown = properties(of: other) else { return [] }
        return shown.filter { property in
            known.contains { $0.name == property.name && resolved($0.schema)?.schema == resolved(property.schema)?.schema }
        }
    }

    private func isSame(
        _ found: [String: JSONValue],
        as sent: [String: JSONValue],
        taken: [Property],
        shown: [Property]
    ) -> Bool {
        shown.allSatisfy { property in
            let field = taken.first { $0.name == property.name }
            guard let field, let value = sent[property.name] else {
                // What callers can say and have not said is not there, or is what a new thing has at first.
                let standing = [field?.initialValue, field?.defaultValue, property.initialValue, property.defaultValue]
                let isNull = found[property.name] == .null && resolved(property.schema)?.isNullable == true
                return field == nil || standing.contains { $0 != nil } || found[property.name] == nil || isNull
            }
            return isSame(found[property.name], as: value, taken: field.schema, shown: property.schema)
        }
    }
}

extension EndpointProbe {
    /// Whether a field came back as it was sent.
    ///
    /// - Parameters:
    ///   - found: The whole of what came back.
    ///   - sent: The value that the field was sent with.
    ///   - name: The name of the field.
    ///   - shown: The fields of what comes back.
    func isSame(_ found: JSONValue?, as sent: JSONValue, at name: String, shown: [APIDescription.Property]) -> Bool {
        guard let taken = api.properties(of: endpoint.requestBody?.schema)?.first(where: { $0.name == name }),
            let property = shown.first(where: { $0.name == name })
        else { return found?[name]?.means(sent) == true }
        return api.isSame(found?[name], as: sent, taken: taken.schema, shown: property.schema)
    }
}

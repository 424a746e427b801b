import CharterRuntime

/// The values to try at a place: at, below and above each bound, of other types, and in other forms.
///
/// What is tried is first held against the schema itself, so that a value is never sent for what it is not.
struct ValueTrials {
    private let api: APIDescription
    private let schema: APIDescription.Schema
    /// Whether texts have to be of ASCII, as in header fields.
    private let isASCII: Bool

    init(_ schema: APIDescription.Schema, in api: APIDescription, isASCII: Bool = false) {
        self.api = api
        self.isASCII = isASCII
        self.schema = schema
    }

    var all: [ValueTrial] {
        guard let (resolved, isNullable) = api.resolved(schema) else { return [] }
        let null = isNullable || resolved == .any ? [] : [ValueTrial("null", .null)]
        return (null + wrongTypes(resolved) + special(resolved)).filter(isAsMeant)
    }

    private func isAsMeant(_ trial: ValueTrial) -> Bool {
        guard let value = trial.value() else { return true }
        return api.faults(of: value, against: schema).isEmpty == trial.isValid
    }

    private func wrongTypes(_ schema: APIDescription.Schema) -> [ValueTrial] {
        switch schema {
        case .string, .decimal, .enumeration, .constant: [ValueTrial("wrong-type", .integer(7))]
        case .integer, .number, .exactNumber: [ValueTrial("wrong-type", .string("7"))]
        case .boolean: [ValueTrial("wrong-type", .string("true"))]
        case .object, .map, .union: [ValueTrial("wrong-type", .string("text"))]
        case .list: [ValueTrial("wrong-type", .object([:]))]
        case .any, .named, .nullable: []
        }
    }

    private func special(_ schema: APIDescription.Schema) -> [ValueTrial] {
        switch schema {
        case .string(let format, let length, let pattern):
            if format == .plain { return TextTrials(length: length, pattern: pattern, isASCII: isASCII, in: api).all }
            return FormatTrials(format).all
                + TextTrials(length: length, pattern: pattern, format: format, isASCII: isASCII, in: api).tooLong
        case .integer(let range): return NumberTrials.ofInteger(range)
        case .number(let range): return NumberTrials.ofNumber(range)
        case .exactNumber(let places, let range): return NumberTrials.ofDecimal(places, range, asText: false)
        case .decimal(let places, let range): return NumberTrials.ofDecimal(places, range, asText: true)
        case .enumeration(let values, _):
            let other = values.lazy.map { $0 == $0.uppercased() ? $0.lowercased() : $0.uppercased() }.first { !values.contains($0) }
            return [ValueTrial("unknown-value", .string("no-such-value"))]
                + (other.map { text in [ValueTrial("value-in-other-case", .string(text))] } ?? [])
        case .constant(let text): return [ValueTrial("other-constant", .string(text + "x"))]
        case .list(let element, let count, let isUnique): return ListTrials(of: element, count, isUnique, in: api).all
        case .map(let element, let count): return ListTrials(of: element, count, false, in: api).ofMap
        case .union(let tag, _):
            return [ValueTrial("unknown-tag", .object([tag: .string("no-such-tag")])), ValueTrial("missing-tag", .object([:]))]
        case .boolean, .object, .any, .named, .nullable: return []
        }
    }
}

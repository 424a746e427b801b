import CharterRuntime

/// Lists and maps at the bounds of their counts.
struct ListTrials {
    /// Longer lists are not tried.
    private static let most = 2_000

    private let api: APIDescription
    private let element: APIDescription.Schema
    private let count: APIDescription.Bounds<Int>
    private let isUnique: Bool

    init(of element: APIDescription.Schema, _ count: APIDescription.Bounds<Int>, _ isUnique: Bool, in api: APIDescription) {
        self.api = api
        self.element = element
        self.count = count
        self.isUnique = isUnique
    }

    var all: [ValueTrial] {
        var trials = tooFew(empty: .array([])) { .array(Array(repeating: $0, count: $1)) }
        if let minimum = count.minimum, minimum > 0, let items = api.distinctValues(of: element, count: minimum) {
            trials.append(ValueTrial("fewest", isValid: true, .array(items)))
        }
        if let maximum = count.maximum, maximum < Self.most {
            // Where items may not stand twice, the same one again and again would be refused for that.
            let distinct = api.distinctValues(of: element, count: maximum + 1)
            let invented = distinct ?? api.distinctValues(of: element, count: maximum + 1, invents: true)
            if let items = invented ?? api.sampleValue(of: element, invents: true).map({ Array(repeating: $0, count: maximum + 1) }) {
                trials.append(ValueTrial("too-many", .array(items)))
            }
            if let items = distinct ?? api.distinctValues(of: element, count: maximum) {
                trials.append(ValueTrial("most", isValid: true, .array(Array(items.prefix(maximum)))))
            }
        }
        if isUnique, (count.maximum ?? 2) > 1, let item = api.sampleValue(of: element) {
            trials.append(ValueTrial("item-twice", .array([item, item])))
        }
        return trials
    }

    var ofMap: [ValueTrial] {
        guard let item = api.sampleValue(of: element) else { return [] }
        @Sendable func map(_ count: Int) -> JSONValue {
            .object(Dictionary(uniqueKeysWithValues: (0..<count).map { ("name\($0)", item) }))
        }
        var trials = tooFew(empty: .object([:])) { _, count in map(count) }
        if let maximum = count.maximum, maximum < Self.most {
            trials.append(ValueTrial("too-many", map(maximum + 1)))
            trials.append(ValueTrial("most", isValid: true, map(maximum)))
        }
        return trials
    }

    private func tooFew(empty: JSONValue, _ value: (JSONValue, Int) -> JSONValue) -> [ValueTrial] {
        guard let minimum = count.minimum, minimum > 0 else { return [] }
        if minimum == 1 { return [ValueTrial("too-few", empty)] }
        guard let item = api.sampleValue(of: element) else { return [] }
        let few = value(item, minimum - 1)
        return [ValueTrial("too-few", few)]
    }
}

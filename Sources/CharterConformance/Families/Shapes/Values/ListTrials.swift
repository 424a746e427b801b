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
        let few = tooFew(empty: .array([])) { .array(Array(repeating: $0, count: $1)) }
        guard let item = api.sampleValue(of: element) else { return few }
        var trials = few
        if let maximum = count.maximum, maximum < Self.most {
            trials.append(ValueTrial("too-many", .array(Array(repeating: item, count: maximum + 1))))
        }
        if isUnique, (count.maximum ?? 2) > 1 { trials.append(ValueTrial("item-twice", .array([item, item]))) }
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

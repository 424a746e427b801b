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
            // Where no item may stand twice, each is another one, so that their number alone is wrong.
            let many = isUnique ? distinct(item, count: maximum + 1) : nil
            trials.append(ValueTrial("too-many", .array(many ?? Array(repeating: item, count: maximum + 1))))
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

    /// Items that differ; nil where so many are not easily made.
    private func distinct(_ item: JSONValue, count: Int) -> [JSONValue]? {
        let candidates: [JSONValue] =
            switch (item, api.resolved(element)?.schema) {
            case (_, .enumeration(let values, _)): values.map(JSONValue.string)
            case (.string(let text), _):
                (0..<count).flatMap { ["\(text)\($0)", "x\($0)\(text)", "\(text.dropLast())\($0)"].map(JSONValue.string) }
            case (.integer(let number), _): (0..<count).flatMap { [.integer(number &+ Int64($0)), .integer(number &- Int64($0))] }
            default: []
            }
        let fit = candidates.filter { api.faults(of: $0, against: element).isEmpty }.uniqued
        return fit.count < count ? nil : Array(fit.prefix(count))
    }

    private func tooFew(empty: JSONValue, _ value: (JSONValue, Int) -> JSONValue) -> [ValueTrial] {
        guard let minimum = count.minimum, minimum > 0 else { return [] }
        if minimum == 1 { return [ValueTrial("too-few", empty)] }
        guard let item = api.sampleValue(of: element) else { return [] }
        let few = value(item, minimum - 1)
        return [ValueTrial("too-few", few)]
    }
}

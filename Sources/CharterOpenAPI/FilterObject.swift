import CharterContract
import CharterRuntime

/// What parameters leave of a list, as `x-charter-filters` has it, and for people.
enum FilterObject {
    /// The filters as the contract has them; nil where it says none.
    static func json(_ filters: [APIDescription.Filter]) -> OrderedJSON? {
        guard !filters.isEmpty else { return nil }
        return .object(
            filters.map { filter in
                let comparisons = filter.comparisons.map { OrderedJSON.Member($0.field, .string($0.relation.rawValue)) }
                return OrderedJSON.Member(filter.name, comparisons.isEmpty ? .string("none") : .object(comparisons))
            }
        )
    }

    /// `max_price` leaves the items whose `price` is at most the value; nil where it is compared with nothing.
    static func sentence(_ filter: APIDescription.Filter) -> String? {
        if filter.comparisons.isEmpty { return nil }
        let comparisons = filter.comparisons.map { "whose `\($0.field)` \($0.relation.phrase)" }
        return "`\(filter.name)` leaves the items \(comparisons.inWords(conjunction: "or"))."
    }
}

extension APIDescription.Filter.Relation {
    fileprivate var phrase: String {
        switch self {
        case .equal: "is the value"
        case .any: "is or has one of the values"
        case .all: "has each of the values"
        case .atLeast: "is at least the value"
        case .atMost: "is at most the value"
        case .above: "is above the value"
        case .below: "is below the value"
        case .on: "is on the day, in UTC"
        case .contains: "contains the text"
        case .starts: "begins with the text"
        case .except: "is none of the values"
        }
    }
}

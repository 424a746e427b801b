import CharterRuntime
import CharterService

/// Somebody of the data set who can sign in.
enum SamplePerson: String, CaseIterable {
    case ada = "Ada Vale"
    case ben = "Ben Cole"
    case cleo = "Cleo Dray"
    case dina = "Dina Elm"
    case emil = "Emil Frost"
    case fina = "Fina Grau"
    case gil = "Gil Haas"

    /// The person's role in each of their tenants, by slug; of a guest the API knows none.
    var roles: [String: String] {
        switch self {
        case .ada: ["acme-co": "owner", "cedar-mill": "owner", "elm-street-bakery": "owner"]
        case .ben: ["acme-co": "member", "cedar-mill": "member"]
        case .cleo: ["birch-house": "owner"]
        case .dina: ["birch-house": "member"]
        case .emil: ["elm-street-bakery": "member", "fjord-outfitters": "owner"]
        case .fina: ["acme-co": "guest"]
        case .gil: ["acme-co": "owner"]
        }
    }

    func person(at instant: Timestamp, using random: inout SeededRandom) -> NewPerson {
        let word = rawValue.prefix { $0 != " " }.lowercased()
        return NewPerson(
            id: UniqueID(using: &random),
            name: rawValue,
            email: "\(word)@example.org",
            createdAt: Timestamp(milliseconds: instant.milliseconds - Int64(random.number(100...400)) * 86_400_000)
        )
    }
}

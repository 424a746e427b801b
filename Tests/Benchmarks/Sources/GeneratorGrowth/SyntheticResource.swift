/// A thing of a synthetic API: five endpoints, and the fifteen types that they take and return.
struct SyntheticResource {
    static let endpointCount = 5
    static let typeCount = 15

    private static let kinds = [
        "Annual", "Basic", "Central", "Daily", "Early", "Final", "Global", "Hourly", "Internal", "Joint", "Key", "Local", "Monthly",
        "Native", "Open", "Partial", "Quarterly", "Retail", "Shared", "Temporary", "Urban", "Verified", "Weekly", "Yearly",
    ]
    private static let things = [
        "Account", "Booking", "Contract", "Delivery", "Estimate", "Forecast", "Gateway", "Holiday", "Invoice", "Journey", "Kit", "Ledger",
        "Mandate", "Notice", "Offer", "Permit", "Quote", "Refund", "Shipment", "Ticket", "Upgrade", "Voucher", "Waiver", "Yield", "Zone",
    ]

    let number: Int
    let prefix: String
    let scope: String

    /// The name of the resource in code, which no other has: `RetailOffer`, and from the 601st on with a number behind.
    var name: String {
        let (kinds, things) = (Self.kinds, Self.things)
        let round = number / (kinds.count * things.count)
        return kinds[number / things.count % kinds.count] + things[number % things.count] + (round == 0 ? "" : String(round))
    }

    /// The resource in paths: `retail-offer`.
    var word: String {
        let round = number / (Self.kinds.count * Self.things.count)
        let words = [Self.kinds[number / Self.things.count % Self.kinds.count], Self.things[number % Self.things.count]]
        return (words.map { $0.lowercased() } + (round == 0 ? [] : [String(round)])).joined(separator: "-")
    }

    /// Where one of its kind is found.
    var item: String {
        "\(prefix)/\(word)-list/:id"
    }
}

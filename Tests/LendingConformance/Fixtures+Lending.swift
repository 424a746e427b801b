import CharterRuntime
import LendingModels
import SampleServers

extension Fixtures {
    /// What a checker must know of the sample branches.
    static let lending = Fixtures(
        baseURL: "http://localhost/v2",
        tenants: [SampleKey.millStreet, SampleKey.weirLane],
        credentials: SampleKey.all.filter(\.otherBranches.isEmpty).map(\.fixture),
        parameters: [
            SampleKey.millStreet: parameters(reader: "R004711", loanSeries: 500),
            SampleKey.weirLane: parameters(reader: "R008001", loanSeries: 600),
        ],
        failures: [SampleKey.millStreet: failures],
        plans: [SampleKey.millStreet: "village"]
    )

    /// Requests that the first branch refuses as its endpoints document, but for the one that lends a copy twice.
    private static var failures: [String: [String: Provocation]] {
        func slip(barcode: String = "00012345", reader: String = "R004711") -> Provocation {
            Provocation(body: JSONValue(sample: LoanCreate(barcode: barcode, reader: reader)))
        }
        return [
            "lendCopy": [
                "reader.barred": slip(reader: "R004718"),
                "copy.unknown": slip(barcode: "00090001"),
                "reader.unknown": slip(reader: "R008001"),
            ],
            "removeReader": ["loans.open": Provocation(parameters: ["number": "R004712"])],
            "requestReservation": ["work.unknown": Provocation(body: .object(["isbn": .string("9799999999990")]))],
        ]
    }

    /// The path parameters of every endpoint.
    private static func parameters(reader: String, loanSeries: Int) -> [String: [String: String]] {
        var ids = SerialIDs(series: loanSeries)
        let values = ["isbn": "9780140449136", "number": reader, "id": ids.next().description]
        let pairs = LendingEndpoints.all.map { endpoint in
            let names = Set(endpoint.pathParameters.map(\.name))
            return (endpoint.id, values.filter { names.contains($0.key) })
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

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
        ]
    )

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

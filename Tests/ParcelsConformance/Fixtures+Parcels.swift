import CharterRuntime
import ParcelsModels

extension Fixtures {
    /// What a checker must know of the sample accounts.
    static let parcels = Fixtures(
        baseURL: "http://localhost/v2",
        tenants: [Landmarks.teapots, .lanterns].map(\.account),
        credentials: [Landmarks.teapots, .lanterns].flatMap { SampleKey.all(of: $0.account) }.map(\.fixture),
        parameters: [
            Landmarks.teapots.account: parameters(.teapots),
            Landmarks.lanterns.account: parameters(.lanterns),
        ]
    )

    /// The path parameters of every endpoint.
    private static func parameters(_ marks: Landmarks) -> [String: [String: String]] {
        let values = ["address_id": marks.address, "shipment_id": marks.shipment, "tracking_number": marks.trackingNumber]
        let pairs = ParcelsEndpoints.all.map { endpoint in
            (endpoint.id, values.filter { value in endpoint.pathParameters.contains { $0.name == value.key } })
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

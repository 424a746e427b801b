import CharterRuntime
import ParcelsModels

extension Fixtures {
    /// What a checker must know of the sample accounts.
    static let parcels = Fixtures(
        baseURL: "http://localhost/v2",
        tenants: [Landmarks.teapots, .lanterns].map(\.account),
        suspended: [Landmarks.kettles.account],
        credentials: [Landmarks.teapots, .lanterns, .kettles].flatMap { SampleKey.all(of: $0.account) }.map(\.fixture),
        parameters: [
            Landmarks.teapots.account: parameters(.teapots),
            Landmarks.lanterns.account: parameters(.lanterns),
            Landmarks.kettles.account: parameters(.kettles),
        ],
        // The contract's examples are the first account's.
        bodies: [
            Landmarks.lanterns.account: [
                "createShipment": example(of: ParcelsEndpoints.createShipment, with: ["to": Landmarks.lanterns.address]),
                "buyLabel": example(of: ParcelsEndpoints.buyLabel, with: ["rate": Landmarks.lanterns.rate]),
                "orderLabel": example(
                    of: ParcelsEndpoints.orderLabel,
                    with: ["shipment": Landmarks.lanterns.shipment, "rate": Landmarks.lanterns.rate]
                ),
            ]
        ],
        failures: [Landmarks.teapots.account: failures]
    )

    /// Requests that the first account's data refuses as endpoints document, but for those that do the same twice; no means of payment is refused here.
    private static var failures: [String: [String: Provocation]] {
        let (own, foreign) = (Landmarks.teapots, Landmarks.lanterns)
        func request(_ endpoint: APIDescription.Endpoint, _ values: [String: String]) -> Provocation {
            Provocation(body: example(of: endpoint, with: values))
        }
        return [
            "createShipment": ["address_unknown": request(ParcelsEndpoints.createShipment, ["to": foreign.address])],
            "cancelShipment": ["shipment_under_way": Provocation(parameters: ["shipment_id": own.sentShipment])],
            "buyLabel": ["rate_expired": request(ParcelsEndpoints.buyLabel, ["rate": own.oldRate])],
            "orderLabel": [
                "shipment_unknown": request(ParcelsEndpoints.orderLabel, ["shipment": foreign.shipment]),
                "rate_expired": request(ParcelsEndpoints.orderLabel, ["rate": own.oldRate]),
            ],
        ]
    }

    /// The contract's example of a body, with other texts in some of its members.
    private static func example(of endpoint: APIDescription.Endpoint, with values: [String: String]) -> JSONValue {
        guard let text = endpoint.requestBody?.example,
            case .object(let members)? = try? JSONCoding.decode(JSONValue.self, from: Array(text.utf8))
        else { preconditionFailure("\(endpoint.id) takes no object") }
        return .object(members.merging(values.mapValues(JSONValue.string)) { $1 })
    }

    /// The path parameters of every endpoint, and what its query may name.
    private static func parameters(_ marks: Landmarks) -> [String: [String: String]] {
        let values = ["address_id": marks.address, "shipment_id": marks.shipment, "tracking_number": marks.trackingNumber]
        let pairs = ParcelsEndpoints.all.map { endpoint in
            (endpoint.id, values.filter { value in (endpoint.pathParameters + endpoint.queryParameters).contains { $0.name == value.key } })
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}

import CharterRuntime
import CobuntuModels
import SampleServers

extension Fixtures {
    /// What a checker must know of the sample communities.
    static let cobuntu = Fixtures(
        baseURL: "http://localhost/api/v1",
        tenants: [Landmarks.myCommunity, .otherTown].map(\.tag),
        credentials: [Landmarks.myCommunity, .otherTown].flatMap { SampleKey.all(of: $0.tag) }.map(\.fixture),
        parameters: [
            Landmarks.myCommunity.tag: parameters(.myCommunity),
            Landmarks.otherTown.tag: parameters(.otherTown),
        ],
        bodies: [
            // The other examples of the contract name what exists here.
            Landmarks.myCommunity.tag: [
                "submitSegmentForm": submission(.myCommunity),
                "rsvpToEvent": JSONValue(sample: FailingRequests(.myCommunity, elsewhere: .otherTown).goodWish),
            ]
        ],
        failures: [Landmarks.myCommunity.tag: FailingRequests(.myCommunity, elsewhere: .otherTown).all]
    )

    /// The path parameters of every endpoint, and the optional ones of its query.
    private static func parameters(_ marks: Landmarks) -> [String: [String: String]] {
        let pairs = CobuntuEndpoints.all.map { endpoint in
            let names = (endpoint.pathParameters + endpoint.queryParameters).map(\.name)
            let values = names.compactMap { name in value(of: name, for: endpoint, marks).map { (name, $0) } }
            return (endpoint.id, Dictionary(uniqueKeysWithValues: values))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private static func value(of parameter: String, for endpoint: APIDescription.Endpoint, _ marks: Landmarks) -> String? {
        switch parameter {
        case "tag": marks.tag
        case "slug": marks.event
        case "tierId": marks.tier.description
        case "sku": marks.product
        case "userId": marks.member.description
        case "category": marks.category
        case "id":
            switch endpoint.id {
            case "getHotspot": marks.hotspot.description
            case "approveApplication", "rejectApplication": marks.application.description
            default: marks.segment.description
            }
        default: nil
        }
    }

    private static func submission(_ marks: Landmarks) -> JSONValue {
        .object([
            "applicant": .object([
                "name": .string("Rui Campos"),
                "email": .string("rui.campos@example.com"),
                "userId": .string(marks.member.description),
            ]),
            "answers": .array([
                .object(["key": .string("why"), "values": .array([.string("To keep the lights on.")])]),
                .object(["key": .string("rules"), "values": .array([.string("true")])]),
            ]),
        ])
    }
}

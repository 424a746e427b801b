import CharterRuntime
import CharterService
import CobuntuModels

extension ServiceSample {
    /// What a checker must know of the data set with that present.
    static func cobuntu(at now: Timestamp) throws -> ServiceSample {
        let marks = Landmarks.all
        return ServiceSample(
            tenants: marks.map(\.tag),
            parameters: Dictionary(uniqueKeysWithValues: marks.map { ($0.tag, parameters($0)) }),
            bodies: Dictionary(uniqueKeysWithValues: try marks.map { ($0.tag, try bodies($0, now)) })
        )
    }

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
            switch endpoint {
            case CobuntuEndpoints.getHotspot: marks.hotspot.description
            case CobuntuEndpoints.approveApplication, CobuntuEndpoints.rejectApplication: marks.application.description
            default: marks.segment.description
            }
        default: nil
        }
    }

    /// Bodies that are valid in a community; where none stands, the contract's example is.
    private static func bodies(_ marks: Landmarks, _ now: Timestamp) throws -> [String: JSONValue] {
        let rsvp = RSVPCreate(
            tierId: marks.tier,
            userId: marks.member,
            guest: Guest(name: "Tomás Vale", email: "tomas.vale@example.com"),
            answers: [Answer(key: "diet", values: ["gluten", "dairy"])]
        )
        let submission = ApplicationCreate(
            applicant: Applicant(name: "Inês Duarte", email: "ines.duarte@example.com", userId: marks.member),
            answers: [Answer(key: "why", values: ["To keep the lights on."]), Answer(key: "rules", values: ["true"])]
        )
        let end = Timestamp(secondsSinceEpoch: now.secondsSinceEpoch + 90 * 86_400)
        let broadcast = BroadcastCreate(
            segmentId: marks.segment,
            subject: "The river is ours",
            text: "We signed this morning. Come and see it.",
            html: "<p>We signed this morning. Come and see it.</p>"
        )
        return [
            CobuntuEndpoints.rsvpToEvent.id: try json(rsvp),
            CobuntuEndpoints.submitSegmentForm.id: try json(submission),
            CobuntuEndpoints.acceptRules.id: try json(RulesAcceptanceCreate(userId: marks.member, version: marks.rulesVersion)),
            CobuntuEndpoints.banMember.id: try json(BanRequest(reason: "Repeated advertising.", until: end)),
            CobuntuEndpoints.sendBroadcast.id: try json(broadcast),
        ]
    }

    private static func json(_ body: some JSONWritable) throws(JSONFault) -> JSONValue {
        try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(body))
    }
}

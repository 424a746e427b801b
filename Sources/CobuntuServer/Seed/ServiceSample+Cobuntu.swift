import CharterRuntime
import CharterService
import CobuntuModels

extension ServiceSample {
    /// What a checker must know of the data set, which has that present.
    ///
    /// - Parameter communities: A community for each of the landmarks.
    static func cobuntu(_ communities: [SeededCommunity], at now: Timestamp) throws -> ServiceSample {
        let marks = Landmarks.all
        let things = zip(marks, communities).map { SeededThings($0, $1) }
        let failing = try things.map { own in
            let elsewhere = marks.first { $0.tag != own.marks.tag } ?? own.marks
            return (own.marks.tag, try FailingRequests(own, elsewhere: elsewhere, at: now).all)
        }
        return ServiceSample(
            tenants: marks.map(\.tag),
            parameters: Dictionary(uniqueKeysWithValues: marks.map { ($0.tag, parameters($0)) }),
            bodies: Dictionary(uniqueKeysWithValues: try things.map { ($0.marks.tag, try bodies($0, now)) }),
            failures: Dictionary(uniqueKeysWithValues: failing)
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
    private static func bodies(_ things: SeededThings, _ now: Timestamp) throws -> [String: JSONValue] {
        let marks = things.marks
        // Whoever leaves the answers out is right there too.
        let tier = try things.tier { tier in !tier.form.fields.isEmpty && tier.form.fields.allSatisfy { !$0.required } }
        let rsvp = RSVPCreate(
            tierId: tier.id,
            userId: marks.member,
            guest: Guest(name: "Tomás Vale", email: "tomas.vale@example.com"),
            answers: [Answer(key: "note", values: ["I bring a cake."])]
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
            CobuntuEndpoints.rsvpToEvent.id: try JSONValue(written: rsvp),
            CobuntuEndpoints.submitSegmentForm.id: try JSONValue(written: submission),
            CobuntuEndpoints.acceptRules.id: try JSONValue(
                written: RulesAcceptanceCreate(userId: marks.member, version: marks.rulesVersion)
            ),
            CobuntuEndpoints.banMember.id: try JSONValue(written: BanRequest(reason: "Repeated advertising.", until: end)),
            CobuntuEndpoints.sendBroadcast.id: try JSONValue(written: broadcast),
        ]
    }
}

extension JSONValue {
    /// The JSON that a body is sent as.
    init(written body: some JSONWritable) throws(JSONFault) {
        self = try JSONCoding.decode(JSONValue.self, from: JSONCoding.encode(body))
    }
}

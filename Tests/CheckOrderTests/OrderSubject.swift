import CharterRuntime
import CobuntuModels
import LendingModels
import ParcelsModels
import RavenModels
import Testing

/// An endpoint whose checks are put to the test: a request that passes all of them, and how those are made to fail that other APIs have in another way.
struct OrderSubject: Sendable {
    let api: APIDescription
    /// The endpoint's id.
    let endpoint: String
    /// Below the base path.
    let path: String
    /// The tenant that the request is about.
    let tenant: String
    /// The kinds of key, or the credentials without kinds, with which the request is made.
    let callers: [String]
    var fields: [String: String] = [:]
    /// The checks that can fail here.
    let faults: Set<Stage>
    /// The kinds in their place for which the endpoint is closed.
    var closedKinds: [String] = []
    /// The role that opens the endpoint, and one that does not.
    var roles = (opening: "", other: "")
    /// What is wrong with the parameters of a request that has another path, or other fields.
    var brokenPath: String?
    var brokenFields: [String: String] = [:]
    /// The names of the body's members beside an idempotency key, and their values; another body that would be taken; one that would not.
    var body = ""
    var otherBody = ""
    var brokenBody = ""

    typealias Stage = APIDescription.RequestRules.Stage

    /// The pairs of checks of which one comes right behind the other, of those that can fail here.
    var neighbours: [(first: Stage, second: Stage)] {
        let order = api.requests.order.filter(faults.contains)
        return Array(zip(order, order.dropFirst())).map { (first: $0.0, second: $0.1) }
    }
}

extension OrderSubject: CustomTestStringConvertible {
    var testDescription: String { "\(api.name).\(endpoint), checked in the order \(api.requests.order.map(\.rawValue))" }
}

extension OrderSubject {
    private static let inBody: Set<Stage> = [.size, .mediaType, .body]

    /// Of each API, endpoints by which every check can fail that can fail there at all.
    static let documented: [OrderSubject] = [
        OrderSubject(
            api: .cobuntu,
            endpoint: "sendBroadcast",
            path: "/communities/reed/broadcasts",
            tenant: "reed",
            callers: ["secret"],
            faults: inBody.union([.credentials, .kind, .scope, .tenant, .throttles, .quotas]),
            closedKinds: ["publishable"],
            body: #""segmentId": "27c21f88-a177-4053-8f7c-e5d4d4f30af9", "subject": "Hello", "text": "Come and see.""#,
            otherBody: #""segmentId": "27c21f88-a177-4053-8f7c-e5d4d4f30af9", "subject": "Hello", "text": "Stay at home.""#,
            brokenBody: #""segmentId": "none""#
        ),
        OrderSubject(
            api: .cobuntu,
            endpoint: "listEvents",
            path: "/communities/reed/events",
            tenant: "reed",
            callers: ["publishable"],
            faults: [.credentials, .scope, .tenant, .throttles, .parameters],
            brokenPath: "/communities/reed/events?limit=0"
        ),
        OrderSubject(
            api: .raven,
            endpoint: "createKey",
            path: "/admin/api-keys",
            tenant: "acme-co",
            callers: ["person"],
            fields: ["X-App-Name": "desk", "X-Tenant-Slug": "acme-co"],
            faults: inBody.union([.credentials, .tenant, .role, .throttles, .parameters, .idempotency]),
            roles: ("owner", "member"),
            brokenFields: ["X-App-Name": String(repeating: "x", count: 61)],
            body: #""name": "Shop""#,
            otherBody: #""name": "Till""#,
            brokenBody: #""name": """#
        ),
        OrderSubject(
            api: .raven,
            endpoint: "sendMessage",
            path: "/messages",
            tenant: "acme-co",
            callers: ["live"],
            faults: inBody.union([.credentials, .tenant, .throttles, .idempotency, .quotas]),
            body: #""channel": "sms", "to": "+351912345678", "text": "Hello""#,
            otherBody: #""channel": "sms", "to": "+351912345678", "text": "Goodbye""#,
            brokenBody: #""channel": "sms""#
        ),
        OrderSubject(
            api: .parcels,
            endpoint: "buyLabel",
            path: "/shipments/shp_8Zr2Lm/labels",
            tenant: "shop",
            callers: ["live"],
            fields: ["X-Api-Version": "2026-05-01"],
            faults: inBody.union([.credentials, .scope, .tenant, .throttles, .parameters, .idempotency, .quotas]),
            brokenPath: "/shipments/shp_8Zr2Lm/labels?nothing=1",
            body: #""rate": "rat_5Jq1Xc""#,
            otherBody: #""rate": "rat_9Jq1Xd""#,
            brokenBody: #""rate": 1"#
        ),
        OrderSubject(
            api: .lending,
            endpoint: "lendCopy",
            path: "/loans",
            tenant: "mill-street",
            callers: ["desk", "session"],
            fields: ["X-Branch": "mill-street"],
            faults: inBody.union([.credentials, .tenant, .role, .throttles, .parameters, .idempotency, .quotas]),
            roles: ("librarian", "reader"),
            brokenPath: "/loans?nothing=1",
            body: #""barcode": "00012345", "reader": "R004711""#,
            otherBody: #""barcode": "00012346", "reader": "R004711""#,
            brokenBody: #""barcode": "1", "reader": "R004711""#
        ),
    ]

    /// The checks that cannot fail in an API, each with the reason.
    static let impossible: [String: [Stage: String]] = [
        "Cobuntu": [.role: "it has no roles", .idempotency: "it has no such convention"],
        "Raven": [.kind: "it has one kind of key", .scope: "it has no scopes"],
        "Parcels": [.kind: "every kind of an asked credential can hold every scope that is needed", .role: "it has no roles"],
        "Lending": [.kind: "every kind of an asked credential may call", .scope: "it has no scopes"],
    ]
}

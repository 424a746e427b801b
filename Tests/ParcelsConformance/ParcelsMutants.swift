import CharterRuntime
import HTTPTypes
import ParcelsModels
import SampleServers

/// Single faults that checks of Parcels must find.
enum ParcelsMutants {
    private static func creations(
        _ change: @escaping @Sendable (inout APIDescription.Idempotency) -> Void
    ) -> @Sendable (inout APIDescription) -> Void {
        { api in
            api.change("saveAddress") { endpoint in
                if var idempotency = endpoint.idempotency {
                    change(&idempotency)
                    endpoint.idempotency = idempotency
                }
            }
        }
    }

    static let repetitions: [Mutant] = [
        Mutant("does what is repeated twice", found: "saveAddress/replay", wire: .field("Idempotency-Key") { _ in nil }),
        Mutant("does what comes at the same time twice", found: "saveAddress/parallel", wire: .field("Idempotency-Key") { _ in nil }),
        Mutant("marks replays otherwise", found: "saveAddress/replay", contract: creations { $0.replayHeader = "X-Other" }),
        Mutant("does not mark replays", found: "saveAddress/replay", wire: .losing("Idempotent-Replayed")),
        Mutant("does not compare payloads", found: "saveAddress/other-payload", wire: .behind { CarelessMemory($0) }),
        Mutant(
            "compares spellings",
            found: "saveAddress/respelled",
            wire: .message { request, body in
                if body.contains("\r\n"), let name = HTTPField.Name("Idempotency-Key") {
                    request.headerFields[name] = "another-key-0123456789"
                }
            }
        ),
        Mutant("shares keys among accounts", found: "saveAddress/key-of-other-tenant", wire: .behind { CarelessMemory($0) }),
        Mutant("shares keys among endpoints", found: "saveAddress/key-of-other-endpoint", wire: .behind { CarelessMemory($0) }),
        Mutant(
            "remembers what it refused",
            found: "saveAddress/after-refusal",
            wire: .behind { CarelessMemory($0, remembersRefusals: true) }
        ),
        Mutant(
            "takes every call for one",
            found: "saveAddress/other-key",
            wire: .field("Idempotency-Key") { $0.map { _ in "one-key-for-all-0123" } }
        ),
        Mutant("needs no key", found: "saveAddress/missing-key", contract: creations { $0.isRequired = true }),
        Mutant(
            "takes longer keys",
            found: "saveAddress/too-long-key",
            contract: creations { $0.form = .string(length: .init(16, 63), pattern: "^[a-z0-9-]+$") }
        ),
        Mutant(
            "takes shorter keys",
            found: "saveAddress/too-short-key",
            contract: creations { $0.form = .string(length: .init(17, 64), pattern: "^[a-z0-9-]+$") }
        ),
        Mutant("remembers for longer", found: "saveAddress/forgotten-key", contract: creations { $0.retention = 3_600 }),
    ]

    static let versions: [Mutant] = [
        Mutant("needs a version", found: "getAddress/missing-version") { $0.versioning?.missing = .current },
        Mutant("takes every version", found: "getAddress/unknown-version", wire: .field("X-Api-Version") { _ in "2026-05-01" }),
        Mutant("does not serve an older version", found: "getAddress/older-version/2024-01-01") {
            $0.versioning?.older.append("2024-01-01")
        },
        Mutant(
            "looks at credentials before versions",
            found: "getAddress/version-before-credentials",
            wire: .field("X-Api-Version") { _ in "2026-05-01" }
        ),
    ]

    static let parameters: [Mutant] = [
        Mutant("takes longer spans", found: "listShipments/rule-2/too-long") {
            $0.change("listShipments") { $0.rules[1] = .span(from: "created_from", to: "created_to", seconds: 10 * 86_400) }
        },
        Mutant("takes one of two", found: "listShipments/rule-4/one-alone") {
            $0.change("listShipments") { $0.rules.append(.together(["reference", "status"])) }
        },
        Mutant(
            "takes values twice",
            found: "listShipments/repeated-query/reference",
            wire: .request { request in
                if let path = request.path, let mark = path.lastIndex(of: "&"), path.contains("reference") {
                    request.path = String(path[..<mark])
                }
            }
        ),
        Mutant(
            "takes empty values",
            found: "listShipments/empty-query/reference",
            wire: .request { request in
                request.path = request.path?.replacing("reference=", with: "reference=x")
            }
        ),
        Mutant(
            "takes unknown parameters",
            found: "listShipments/unknown-query",
            wire: .request { request in
                request.path = request.path?.replacing("noSuchParameter=1", with: "limit=1")
            }
        ),
        Mutant(
            "takes unknown fields",
            found: "saveAddress/unknown-field",
            wire: .body {
                $0.replacing("\"noSuchField\"", with: "\"phone\"").replacing("\"phone\":true", with: #""phone":"+351912345678""#)
            }
        ),
    ]

    static let statements: [Mutant] = [
        Mutant("states another version", found: "saveAddress/header/X-Api-Version") { $0.responseHeaders["X-Api-Version"] = .text("9") },
        Mutant("does not say that it is to go away", found: "orderLabel/deprecation", wire: .losing("Sunset")),
        Mutant(
            "names all requests alike",
            found: "saveAddress/request-ids-differ",
            wire: .reply { reply in
                if let name = HTTPField.Name("X-Request-Id") { reply.head.headerFields[name] = "r1" }
            }
        ),
        Mutant(
            "names requests otherwise in the body",
            found: "getAddress/missing-credential",
            wire: .reply { reply in
                if let name = HTTPField.Name("X-Request-Id") { reply.head.headerFields[name] = "r1" }
            }
        ),
        Mutant("does not count down", found: "track/limit-headers/tracking", wire: .losing("X-RateLimit-Remaining")),
        Mutant("says nothing of the place of what it made", found: "saveAddress/response-shape", wire: .losing("Location")),
        Mutant("answers without an envelope", found: "getAddress/response-shape") { $0.change("getAddress") { $0.envelope = nil } },
        Mutant(
            "forgets what it made",
            found: "saveAddress/created-is-found",
            wire: .request { request in
                if request.method == .get, request.path?.contains("/addresses/") == true {
                    request.path = request.path?.replacing("adr_", with: "adr_0")
                }
            }
        ),
    ]

    static let all = repetitions + versions + parameters + statements
}

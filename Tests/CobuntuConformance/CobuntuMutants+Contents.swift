import CharterRuntime
import CobuntuModels
import HTTPTypes
import SampleServers

extension CobuntuMutants {
    private static func subject(
        _ length: APIDescription.Bounds<Int>,
        pattern: String? = nil
    ) -> @Sendable (inout APIDescription) -> Void {
        { $0.changeField("text", of: "sendBroadcast") { $0.schema = .string(length: length, pattern: pattern) } }
    }

    static let shapes: [Mutant] = [
        Mutant("answers fields of another type", found: "listEvents/response-shape", wire: .text("\"title\":\"", "\"title\":7,\"x\":\"")),
        Mutant("answers without a field", found: "listEvents/response-shape", wire: .text("\"title\":", "\"name\":")),
        Mutant(
            "answers in another media type",
            found: "listEvents/response-shape",
            wire: .reply { $0.head.headerFields[.contentType] = "text/plain" }
        ),
        Mutant("answers with another status", found: "listEvents/response-shape", wire: .reply { $0.head.status = .accepted }),
        Mutant("takes longer texts", found: "sendBroadcast/too-long/text", contract: subject(.init(1, 49_999))),
        Mutant("takes shorter texts", found: "sendBroadcast/too-short/text", contract: subject(.init(2, 50_000))),
        Mutant("refuses the longest texts", found: "sendBroadcast/longest/text", contract: subject(.init(1, 50_001))),
        Mutant(
            "counts UTF-16 units",
            found: "sendBroadcast/longest/text",
            wire: .body { text in
                text.utf16.count > 60_000 ? "{}" : text
            }
        ),
        Mutant(
            "counts characters as people see them",
            found: "sendBroadcast/too-long/text",
            wire: .body { text in
                text.contains("e\u{301}e\u{301}") ? text.replacing("e\u{301}", with: "é") : text
            }
        ),
        Mutant(
            "takes texts beside the pattern",
            found: "sendBroadcast/other-pattern/text",
            contract: subject(.init(1, 50_000), pattern: "^[A-Za-z .]+$")
        ),
        Mutant("does without a field", found: "sendBroadcast/missing/replyTo") {
            $0.changeField("replyTo", of: "sendBroadcast") { $0.isRequired = true }
        },
        Mutant(
            "takes another type",
            found: "sendBroadcast/wrong-type/text",
            wire: .body { $0.replacing("\"text\":7", with: "\"text\":\"7\"") }
        ),
        Mutant("takes null", found: "sendBroadcast/null/text", wire: .body { $0.replacing("\"text\":null", with: "\"text\":\"7\"") }),
        Mutant(
            "takes days that there are not",
            found: "banMember/impossible-date/until",
            wire: .body { $0.replacing("2026-02-30T10", with: "2027-03-02T10") }
        ),
        Mutant("takes numbers above the maximum", found: "acceptRules/above-maximum/version") {
            $0.changeField("version", of: "acceptRules") { $0.schema = .integer(range: .init(1, 2)) }
        },
        Mutant("refuses the minimum", found: "acceptRules/minimum/version") {
            $0.changeField("version", of: "acceptRules") { $0.schema = .integer(range: .init(0, 10)) }
        },
        Mutant("takes unknown fields", found: "sendBroadcast/unknown-field") { $0.requests.unknownFields = .reject },
        Mutant("takes unknown parameters", found: "listEvents/unknown-query") { $0.requests.unknownQuery = .reject },
        Mutant("takes larger bodies", found: "banMember/too-large") { $0.requests.bodySize = 4_096 },
        Mutant("takes smaller bodies only", found: "banMember/largest") { $0.requests.bodySize = 1 << 21 },
        Mutant("takes deeper bodies", found: "banMember/too-deep", wire: .body { $0.hasPrefix(#"{"a":{"a":"#) ? "{}" : $0 }),
        Mutant("takes cut bodies", found: "banMember/cut-json", wire: .body { $0.hasSuffix("}") ? $0 : $0 + "}" }),
        Mutant(
            "takes every media type",
            found: "banMember/wrong-media-type",
            wire: .field("Content-Type") { $0.map { _ in "application/json" } }
        ),
        Mutant(
            "takes malformed ids",
            found: "getHotspot/malformed-path/id",
            wire: .request { request in
                request.path = request.path?.replacing("8ad4f7c2-9e3b-4a1c-bc2f", with: Landmarks.myCommunity.hotspot.description)
            }
        ),
        Mutant("names another field", found: "sendBroadcast/empty/text", wire: .text("\"field\":\"text\"", "\"field\":\"body\"")),
    ]

    static let failures: [Mutant] = [
        Mutant("writes errors in another media type", found: "getEvent/not-found/slug") { $0.errors.mediaType = "application/json" },
        Mutant("answers what is unknown otherwise", found: "getEvent/not-found/slug") {
            $0.errors.faults.append(.init(kind: .notFound, status: 410))
        },
        Mutant("tells a wrong status", found: "getEvent/not-found/slug", wire: .text("\"status\":404", "\"status\":400")),
        Mutant(
            "tells of its inside",
            found: "getEvent/not-found/slug",
            wire: .text("\"type\":", #""trace":"Traceback (most recent call last)","type":"#)
        ),
        Mutant("answers unknown paths otherwise", found: "listEvents/unknown-path", wire: .reply { $0.head.status = .badRequest }),
        Mutant(
            "asks for a key at unknown paths",
            found: "listEvents/unknown-path-without-credential",
            wire: .reply { reply in
                reply.head.status = .unauthorized
            }
        ),
        Mutant(
            "finds what is not there",
            found: "getEvent/not-found/slug",
            wire: .request { $0.path = $0.path?.replacing("00000000-0000-4000-8000-00000000dead", with: Landmarks.myCommunity.event) }
        ),
    ]

    static let methods: [Mutant] = [
        Mutant("answers HEAD", found: "listEvents/head") { $0.requests.refusesHead = true },
        Mutant("answers OPTIONS", found: "listEvents/options") { $0.requests.refusesOptions = true },
        Mutant("does not say which methods there are", found: "listEvents/method-not-allowed/POST", wire: .losing("Allow")),
        Mutant("answers other methods with 404", found: "listEvents/method-not-allowed/POST", wire: .reply { $0.head.status = .notFound }),
        Mutant("gives HEAD a body", found: "listEvents/head", wire: .reply { if $0.body.isEmpty { $0.body = Array("{}".utf8) } }),
        Mutant("grants browsers nothing", found: "listEvents/preflight-granted", wire: .losing("Access-Control-Allow-Origin")),
        Mutant(
            "grants browsers everything",
            found: "banMember/preflight-not-granted",
            wire: .reply { $0.head.headerFields[.accessControlAllowOrigin] = "*" }
        ),
        Mutant(
            "shows secret keys' replies to browsers",
            found: "listEvents/cross-origin-unreadable/secret",
            wire: .reply { reply in
                reply.head.headerFields[.accessControlAllowOrigin] = "*"
            }
        ),
    ]

    static let limits: [Mutant] = [
        // A throttle of a second proves as much only where a hundred calls take less than that.
        Mutant("lets one more pass", found: "sendBroadcast/limit/broadcasts") {
            for index in $0.limits.indices where $0.limits[index].name == "broadcasts" { $0.limits[index].allow = 4 }
        },
        Mutant("lets one less pass", found: "listEvents/limit/publishable") { $0.limits[0].allow = 101 },
        Mutant("says that a throttle is a quota", found: "listEvents/limit/publishable") { $0.limits[0].kind = .quota },
        Mutant("does not say when to come again", found: "listEvents/limit-passes/publishable", wire: .losing("Retry-After")),
        Mutant(
            "says to come again much later",
            found: "listEvents/limit-passes/publishable",
            wire: .reply { reply in
                if reply.head.headerFields[.retryAfter] != nil { reply.head.headerFields[.retryAfter] = "3600" }
            }
        ),
        Mutant(
            "counts all keys together",
            found: "listEvents/limit-of-others/publishable",
            wire: .field("X-API-Key") { text in
                text.map { _ in SampleKey.text(of: Landmarks.myCommunity.tag, kind: "publishable", scope: "READ_PUBLIC") ?? "" }
            }
        ),
        Mutant("lets one broadcast more go out", found: "sendBroadcast/limit/broadcasts") { $0.limits[2].allow = 4 },
        Mutant("lets one broadcast less go out", found: "sendBroadcast/limit/broadcasts") { $0.limits[2].allow = 6 },
        Mutant(
            "counts what fails",
            found: "sendBroadcast/limit-of-failures/broadcasts",
            wire: .behind(CountedFailures.init)
        ),
    ]

    static let readback: [Mutant] = [
        Mutant(
            "begins with another status",
            found: "submitSegmentForm/initial/status",
            wire: .text("\"status\":\"pending\"", "\"status\":\"approved\"")
        ),
        Mutant("keeps something else", found: "submitSegmentForm/created-as-sent", wire: .text("Rui Campos", "Campos, Rui")),
        Mutant(
            "changes nothing",
            found: "updateSegment/changed/name",
            wire: .body { $0.hasPrefix(#"{"name":""#) && !$0.contains("active") ? "{}" : $0 }
        ),
        Mutant(
            "changes another field too",
            found: "updateSegment/changed/name",
            wire: .body { text in
                text.hasPrefix(#"{"name":""#) && !text.contains("active") ? text.dropLast() + #","active":false}"# : text
            }
        ),
    ]

    static let all = callers + tenants + orders + pages + shapes + failures + methods + limits + readback
}

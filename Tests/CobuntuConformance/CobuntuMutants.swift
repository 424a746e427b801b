import CharterRuntime
import CobuntuModels
import HTTPTypes
import SampleServers

/// Single faults that checks of Cobuntu must find.
enum CobuntuMutants {
    private static let home = Landmarks.myCommunity.tag
    private static let other = Landmarks.otherTown.tag

    private static func key(_ tenant: String, _ kind: String, _ scope: String) -> String {
        SampleKey.text(of: tenant, kind: kind, scope: scope) ?? ""
    }

    static let callers: [Mutant] = [
        Mutant(
            "takes callers without a key",
            found: "listEvents/missing-credential",
            wire: .field("X-API-Key") { $0 ?? key(home, "secret", "ADMIN") }
        ),
        Mutant(
            "reads keys elsewhere too",
            found: "listEvents/credential-in-other-header",
            wire: .field("X-API-Key") { $0 ?? key(home, "secret", "ADMIN") }
        ),
        Mutant(
            "takes empty keys",
            found: "listEvents/empty-credential",
            wire: .field("X-API-Key") { $0 == "" ? key(home, "secret", "ADMIN") : $0 }
        ),
        Mutant("takes one of two keys", found: "listEvents/repeated-credential", wire: .field("X-API-Key") { $0 }),
        Mutant(
            "reads prefixes in any case",
            found: "listEvents/prefix-in-other-case",
            wire: .field("X-API-Key") { text in
                text.map { $0.hasPrefix("PK_LIVE_") ? "pk_live_" + $0.dropFirst(8) : $0 }
            }
        ),
        Mutant(
            "takes keys that were revoked",
            found: "listEvents/revoked-credential",
            wire: .field("X-API-Key") { $0?.replacing(".revoked", with: "") }
        ),
        Mutant(
            "takes keys whose time is over",
            found: "listEvents/expired-credential",
            wire: .field("X-API-Key") { $0?.replacing(".expired", with: "") }
        ),
        Mutant("refuses unknown keys with another code", found: "listEvents/unknown-credential") {
            $0.errors.faults.append(.init(kind: .credentialUnknown, code: "nobody"))
        },
        Mutant("refuses malformed keys with another status", found: "listEvents/malformed-credential") {
            $0.errors.faults.append(.init(kind: .credentialMalformed, status: 400))
        },
        Mutant("challenges otherwise", found: "listEvents/missing-credential") { $0.credentials[0].challenge = "Other" },
        Mutant(
            "lets publishable keys write",
            found: "banMember/insufficient-kind/publishable",
            wire: .field("X-API-Key") { text in
                text?.hasPrefix("pk_") == true ? key(home, "secret", "ADMIN") : text
            }
        ),
        Mutant(
            "needs no scope",
            found: "banMember/insufficient-scope/WRITE_SALES",
            wire: .field("X-API-Key") { text in
                text.map { _ in key(home, "secret", "ADMIN") }
            }
        ),
        Mutant("needs another scope than documented", found: "banMember/sufficient-scope/WRITE_SALES") {
            $0.change("banMember") { $0.scope = .one("WRITE_SALES") }
        },
        Mutant("lets a scope in that is not enough", found: "listEvents/insufficient-scope/READ_PUBLIC/secret") {
            $0.change("listEvents") {
                $0.scope = .one("ADMIN"); $0.keyKinds = ["publishable", "secret"]
            }
        },
        Mutant("lets ADMIN imply what it does not", found: "listEvents/insufficient-scope/ADMIN") {
            for index in $0.scopes.indices where $0.scopes[index].name == "ADMIN" { $0.scopes[index].grants = .only([]) }
        },
        Mutant("knows no implied scope", found: "listEvents/sufficient-scope/WRITE_SALES") {
            for index in $0.scopes.indices where $0.scopes[index].name == "WRITE_SALES" { $0.scopes[index].grants = .only(["READ_PUBLIC"]) }
        },
    ]

    static let tenants: [Mutant] = [
        Mutant("answers foreigners otherwise", found: "listEvents/foreign-tenant") { $0.tenancy?.foreignStatus = 404 },
        Mutant(
            "serves every community to every key",
            found: "listEvents/foreign-tenant",
            wire: .field("X-API-Key") { text in
                text?.replacing(other, with: home)
            }
        ),
        Mutant(
            "tells which communities there are",
            found: "listEvents/unknown-tenant",
            wire: .reply { reply in
                if reply.head.status.code == 403 { reply.head.status = .notFound }
            }
        ),
        Mutant(
            "finds things of other communities by their ids",
            found: "getHotspot/foreign-id/id",
            wire: .request { request in
                if request.path?.contains(Landmarks.otherTown.hotspot.description) == true {
                    request.path = request.path?.replacing(home, with: other)
                    if let name = HTTPField.Name("X-API-Key") { request.headerFields[name] = key(other, "secret", "ADMIN") }
                }
            }
        ),
        Mutant(
            "lists things of other communities",
            found: "listHotspots/own-items-only",
            wire: .request { request in
                request.path = request.path?.replacing(home, with: other)
                if let name = HTTPField.Name("X-API-Key") { request.headerFields[name] = key(other, "secret", "ADMIN") }
            }
        ),
    ]

    static let orders: [Mutant] = [
        Mutant("looks at parameters behind credentials", found: "listEvents/parameters-before-credentials") {
            $0.requests.order = [.parameters] + $0.requests.order.filter { $0 != .parameters }
        },
        Mutant("looks at tenants behind scopes", found: "banMember/tenant-before-scope") {
            $0.requests.order = [.credentials, .kind, .tenant, .scope, .role, .size, .mediaType, .parameters, .body]
        },
        Mutant("looks at the type behind the size", found: "banMember/media-type-before-size") {
            $0.requests.order = [.credentials, .kind, .scope, .tenant, .role, .mediaType, .size, .parameters, .body]
        },
        Mutant("looks at the size behind the scope", found: "banMember/size-before-credentials") {
            $0.requests.order = [.size, .credentials, .kind, .scope, .tenant, .role, .mediaType, .parameters, .body]
        },
        Mutant("looks at the body behind the type", found: "banMember/body-before-media-type") {
            $0.requests.order = [.credentials, .kind, .scope, .tenant, .role, .size, .body, .mediaType, .parameters]
        },
    ]

    private static func paging(_ change: @escaping @Sendable (inout APIDescription.Paging) -> Void)
        -> @Sendable (inout APIDescription) -> Void
    {
        { api in
            api.change("listEvents") { endpoint in
                if var paging = endpoint.paging {
                    change(&paging)
                    endpoint.paging = paging
                }
            }
        }
    }

    static let pages: [Mutant] = [
        Mutant("gives larger pages", found: "listEvents/page-size-above-maximum", contract: paging { $0.pageSize.maximum = 99 }),
        Mutant("gives smaller pages", found: "listEvents/maximum-page-size", contract: paging { $0.pageSize.maximum = 101 }),
        Mutant("gives other pages by default", found: "listEvents/default-page-size", contract: paging { $0.pageSize.defaultValue = 1 }),
        Mutant(
            "refuses sizes that are to be clamped",
            found: "listEvents/page-size-above-maximum",
            contract: paging { $0.pageSize.above = .clamp }
        ),
        Mutant(
            "refuses small sizes that are to be clamped",
            found: "listEvents/page-size-below-minimum",
            contract: paging { $0.pageSize.below = .clamp }
        ),
        Mutant("takes positions behind the end", found: "listEvents/offset-behind-end", contract: paging { $0.pastEnd = .reject }),
        Mutant("takes the first of two sizes", found: "listEvents/page-size-repeated") { $0.requests.repeatedQuery = .first },
        Mutant("refuses empty sizes", found: "listEvents/page-size-empty") { $0.requests.emptyQuery = .absent },
        Mutant(
            "orders otherwise",
            found: "listEvents/whole-walk",
            contract: paging { $0.orderedBy = [.init(field: "startsAt", isDescending: true)] }
        ),
        Mutant("counts wrongly", found: "listEvents/whole-walk", wire: .text("\"total\":", "\"total\":1")),
        Mutant("says that more follow for ever", found: "listEvents/whole-walk", wire: .text("\"hasMore\":false", "\"hasMore\":true")),
        Mutant(
            "takes negative offsets",
            found: "listEvents/negative-offset",
            wire: .request { $0.path = $0.path?.replacing("offset=-1", with: "offset=0") }
        ),
        Mutant(
            "takes fractions",
            found: "listEvents/page-size-with-fraction",
            wire: .request { $0.path = $0.path?.replacing("limit=1.5", with: "limit=1") }
        ),
        Mutant(
            "does not filter",
            found: "listHotspots/filter/category",
            wire: .request { $0.path = $0.path?.replacing("category=", with: "other=") }
        ),
    ]
}

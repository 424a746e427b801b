import CharterRuntime
import Foundation
import HTTPTypes
import LendingModels
import SampleServers

/// Single faults that checks of Lending must find: of conventions that no other API here has.
enum LendingMutants {
    static let all = callers + lists + effects + messages

    private static let callers: [Mutant] = [
        Mutant(
            "does not look at the password beside a key",
            found: "listReaders/other-part-of-basic/system",
            wire: .field("Authorization") { $0.map(withoutPassword) }
        ),
        Mutant("wants no password beside a key", found: "listReaders/other-part-of-basic/system") {
            $0.change(credential: "system") { $0.place = .basic(.user, other: .any) }
        },
        Mutant("reads keys in one place", found: "getReader/other-place/system", wire: .field("X-Lending-Key") { _ in nil }),
        Mutant("takes a key in both places", found: "getReader/two-places/system", wire: .field("X-Lending-Key") { _ in nil }),
        Mutant("takes a session in both places", found: "getReader/two-places/person") {
            $0.change(credential: "person") { $0.duplicates = .reject }
        },
        Mutant(
            "opens another branch than the one named",
            found: "listReaders/foreign-tenant/person",
            wire: .field("X-Branch") { $0 == SampleKey.millStreet ? SampleKey.weirLane : $0 }
        ),
        Mutant("lets readers do what is for librarians", found: "listCopies/insufficient-role/reader") {
            $0.change("listCopies") { $0.roles = ["librarian"] }
        },
        Mutant("keeps readers from what is for them", found: "listReaders/sufficient-role/reader") {
            $0.change("listReaders") { $0.roles = ["reader"] }
        },
    ]

    private static let lists: [Mutant] = [
        Mutant("counts pages from one", found: "listWorks/page-before-first") {
            $0.change("listWorks") { $0.paging?.position = .page(parameter: "page", first: 1) }
        },
        Mutant("refuses large pages", found: "listWorks/page-size-above-maximum") {
            $0.change("listWorks") { $0.paging?.pageSize.above = .reject }
        },
        Mutant("raises small pages", found: "listCopies/page-size-below-minimum") {
            $0.change("listCopies") { $0.paging?.pageSize.below = .reject }
        },
        Mutant("leads to no next page", found: "listCopies/whole-walk", wire: .losing("Link")),
        Mutant("calls the first page the last", found: "listCopies/link/last", wire: .reply(exchangingFirstAndLast)),
        Mutant("has shorter pages", found: "listLoans/default-page-size") {
            $0.change("listLoans") { $0.paging?.pageSize.defaultValue = 5 }
        },
        Mutant("ends without null", found: "listLoans/whole-walk") { $0.change("listLoans") { $0.paging?.end = .null } },
        Mutant(
            "finds works in all languages",
            found: "listWorks/filter/language",
            wire: .request { $0.path = $0.path?.replacing(#/language=\w+/#, with: "page=0") }
        ),
    ]

    private static let effects: [Mutant] = [
        Mutant("lends again on the same slip", found: "lendCopy/replay", wire: .body(withOtherSlip)),
        Mutant("forgets slips after a week", found: "lendCopy/remembered-key") {
            $0.change("lendCopy") { $0.idempotency?.retention = 9 * 86_400 }
        },
        Mutant(
            "takes no forms",
            found: "putReader/sent-as/form",
            wire: .field("Content-Type") { $0?.replacing("x-www-form-urlencoded", with: "x-other") }
        ),
        Mutant(
            "does not look at wishes for another method",
            found: "changeReader/method-override",
            wire: .field("X-HTTP-Method-Override") { _ in nil }
        ),
        Mutant("takes one call less from an address", found: "listBranches/limit/visitors") {
            $0.change(limit: "visitors") { $0.allow = 31 }
        },
        Mutant("takes one call more from an address", found: "listBranches/limit/visitors") {
            $0.change(limit: "visitors") { $0.allow = 29 }
        },
    ]

    private static let messages: [Mutant] = [
        Mutant("points to fields without a slash", found: "putReader/too-long/name", wire: .text("\"/name\"", "\"name\"")),
        Mutant("writes no milliseconds", found: "listLoans/response-shape") { $0.json.timestamps = .milliseconds },
        Mutant("does not name its replies", found: "listBranches/response-shape", wire: .losing("X-Trace")),
        Mutant("does not date its replies", found: "listBranches/response-shape", wire: .losing("X-Served-At")),
        Mutant(
            "sends problems as other JSON",
            found: "listLoans/missing-credential",
            wire: .reply { reply in
                if reply.head.status.code >= 400 { reply.head.headerFields[.contentType] = "application/json" }
            }
        ),
        Mutant("does not say what to present", found: "listLoans/missing-credential", wire: .losing("WWW-Authenticate")),
        Mutant("does not say how much is left", found: "listBranches/limit-headers/visitors", wire: .losing("RateLimit")),
    ]

    private static func exchangingFirstAndLast(_ reply: inout HTTPReply) {
        guard let name = HTTPField.Name("Link"), let links = reply.head.headerFields[name] else { return }
        let marked = links.replacing("rel=\"first\"", with: "rel=\"\"").replacing("rel=\"last\"", with: "rel=\"first\"")
        reply.head.headerFields[name] = marked.replacing("rel=\"\"", with: "rel=\"last\"")
    }

    /// The header field of Basic with the user name alone (RFC 7617).
    private static func withoutPassword(_ value: String) -> String {
        guard value.hasPrefix("Basic "), let pair = Data(base64Encoded: String(value.dropFirst(6))) else { return value }
        let user = String(decoding: pair.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
        return "Basic \(Data("\(user):".utf8).base64EncodedString())"
    }

    /// A body whose slip, if it has one, is a new one.
    private static func withOtherSlip(_ body: String) -> String {
        body.replacing(#/"slip":"[^"]*"/#) { _ in "\"slip\":\"\(UUID().uuidString.lowercased())\"" }
    }
}

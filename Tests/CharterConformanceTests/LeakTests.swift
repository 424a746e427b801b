import CharterRuntime
import HTTPTypes
import Testing

@testable import CharterConformance

@Suite("what errors must not repeat")
struct LeakTests {
    @Test(
        "is what the request has in the place of a credential, and nothing else",
        arguments: [
            ("sk_0123456789abcdef", true), ("query_0123456789", true), ("key-of-this-call-1", false), ("community-of-oslo", false),
            ("2026-05-01-preview", false), ("Bearer", false),
        ]
    )
    func secrets(text: String, isLeak: Bool) throws {
        var request = EndpointRequest(Calendar.search)
        try request.fill("X-API-Key", "sk_0123456789abcdef")
        try request.fill("Idempotency-Key", "key-of-this-call-1")
        try request.fill("X-Version", "2026-05-01-preview")
        request.credentialQuery = [.init("access_key", "query_0123456789"), .init("community", "community-of-oslo")]
        var credentials = APIDescription.calendar.credentials
        credentials[0].fallbackPlaces = [.query("access_key")]
        let faults = Leaks(of: request, credentials: credentials).faults(in: .json(#"{"detail":"'\#(text)' was sent"}"#, status: 400))
        #expect(faults == (isLeak ? ["the body repeats the credential of the request"] : []))
    }

    @Test("of two words is the one behind the scheme")
    func scheme() throws {
        var request = EndpointRequest(Shop.look)
        try request.fill("Authorization", "Bearer oslo.staff.signed")
        let leaks = Leaks(of: request, credentials: Shop.api.credentials)
        #expect(leaks.faults(in: .json(#"{"detail":"oslo.staff.signed is too old"}"#)).count == 1)
        #expect(leaks.faults(in: .json(#"{"detail":"Bearer is too old"}"#)).isEmpty)
    }
}

import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

@Suite("checks of credentials in each other's places")
struct CredentialPlaceTests {
    @Test("find a server that takes a key where another credential stands", arguments: [true, false])
    func place(takes: Bool) async {
        let reply = takes ? HTTPReply.json(#"{"slug":"e1","title":"On"}"#) : .refusal(.credentialForeign, status: 401)
        var refused = reply
        if !takes { refused.head.headerFields[.wwwAuthenticate] = "ApiKey" }
        let recorder = Recorder(refused)
        var api = APIDescription.calendar
        var other = api.credentials[0]
        (other.name, other.place) = ("page", .query("page_key"))
        api.credentials.append(other)
        let server = ServerUnderTest(transport: recorder, fixtures: .calendar)
        let result = await run("credential-in-place-of/page", on: Calendar.getEvent, in: api, server)
        #expect(result.outcome == (takes ? .failed : .passed), "\(result.actual)")
        #expect(recorder.requests.first?.path?.contains("page_key=") == true)
        #expect(recorder.requests.first?.headerFields.contains { $0.name.canonicalName == "x-api-key" } == false)
    }

    @Test("are not made where both stand in one place")
    func onePlace() {
        var api = APIDescription.calendar
        var other = api.credentials[0]
        other.name = "page"
        api.credentials.append(other)
        #expect(!api.conformanceChecks(of: Calendar.getEvent).contains { $0.name.contains("credential-in-place-of") })
    }
}

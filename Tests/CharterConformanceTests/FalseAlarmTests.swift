import CharterConformance
import CharterRuntime
import HTTPTypes
import Testing

/// What no documentation promises is not asked for.
@Suite("what is not asked for")
struct FalseAlarmTests {
    @Test("the query parameter that names the tenant is no parameter to be tried out")
    func tenantInQuery() {
        var endpoint = Calendar.search
        endpoint.tenancy = .tenant
        endpoint.queryParameters.append(.init(name: "community", schema: .string(format: .slug), isRequired: true))
        var api = APIDescription.calendar
        #expect(names(endpoint, api).contains("malformed-query/community"))
        api.tenancy = .init(name: "community", place: .query("community"), foreignStatus: 404)
        let names = names(endpoint, api)
        #expect(!names.contains { $0.hasSuffix("/community") })
        #expect(names.contains("missing-tenant"))
    }

    @Test("what a PUT makes under a name is not the thing that another tenant has under it", arguments: [true, false])
    func putting(makes: Bool) {
        var endpoint = Calendar.dropEvent
        endpoint.method = .put
        endpoint.success = .init(status: 200, otherStatuses: makes ? [201] : [], body: .named("Event"))
        #expect(names(endpoint, .calendar).contains("foreign-id/slug") == !makes)
    }

    @Test("a map that a change is merged into has no room for all that a new one may hold", arguments: [true, false])
    func mergedMap(isMerged: Bool) {
        var endpoint = Calendar.addEvent
        endpoint.method = .patch
        let schema = APIDescription.Schema.object([.init("extra", .map(of: .string(), count: .init(nil, 4)), isRequired: false)])
        endpoint.requestBody = .init(schema: schema, example: #"{"extra":{}}"#, patch: isMerged ? .merge : .replaceNested)
        let names = names(endpoint, .calendar)
        #expect(names.contains("too-many/extra"))
        #expect(names.contains("most/extra") == !isMerged)
    }

    @Test("a credential none of whose kinds may call is not shown in other places")
    func uncallable() {
        var api = APIDescription.calendar
        var other = api.credentials[0]
        other.name = "other"
        other.place = .header("X-Other")
        other.kinds = [.init(name: "reader", prefix: "rd_", use: .serverOnly, holds: .only(["READ"]))]
        api.credentials.append(other)
        var endpoint = Calendar.addEvent
        endpoint.auth = .any([["apiKey"], ["other"]])
        let names = names(endpoint, api)
        #expect(names.contains("unknown-credential/other"))
        #expect(names.contains("repeated-credential/apiKey"))
        #expect(!names.contains("repeated-credential/other"))
    }

    @Test("a name that is no identifier may be known to several tenants, and what names a new thing refers to none")
    func references() {
        func asked(_ name: String, _ change: (inout APIDescription.Endpoint) -> Void = { _ in }) -> Bool {
            var (adding, reading) = (Calendar.addEvent, Calendar.getEvent)
            reading.path = .init("/communities/:tag/events/:\(name)")
            adding.path = "/communities/:tag/offers"
            adding.success.body = .named("Offer")
            adding.requestBody?.schema = .object([.init(name, .string())])
            change(&adding)
            var api = APIDescription.calendar
            api.endpoints = [adding, reading]
            return names(adding, api).contains("foreign-reference/\(name)")
        }
        #expect(asked("event_id"))
        #expect(!asked("email"))
        // What is called `:id` where it is found is called by its collection elsewhere, alone or with others.
        func asked(_ place: String, as property: APIDescription.Property) -> Bool {
            var (adding, reading) = (Calendar.addEvent, Calendar.getEvent)
            reading.path = "/communities/:tag/stories/:id"
            adding.path = "/communities/:tag/offers"
            adding.success.body = .named("Offer")
            adding.requestBody?.schema = .object([property])
            var api = APIDescription.calendar
            api.endpoints = [adding, reading]
            return names(adding, api).contains("foreign-reference/\(place)")
        }
        #expect(asked("storyId", as: .init("storyId", .string(format: .uuid))))
        #expect(asked("story_ids[0]", as: .init("story_ids", .list(of: .string(format: .uuid)))))
        #expect(!asked("stories[0]", as: .init("stories", .list(of: .string()))))
        #expect(!asked("eventId", as: .init("eventId", .string())))
        #expect(!asked("event_id") { $0.success.body = .named("Event") })
    }

    @Test(
        "keys that have no capitals are not tried with others",
        arguments: [("^[a-z0-9-]+$", false), ("^[A-Za-z0-9-]+$", true), (nil, true)]
    )
    func keysInOtherCase(pattern: String?, isTried: Bool) {
        var endpoint = Calendar.addEvent
        let form = APIDescription.Schema.string(pattern: pattern)
        endpoint.idempotency = .init(name: "once", place: .header("Key"), form: form, scope: [.tenant], remembers: .all)
        #expect(names(endpoint, .calendar).contains("key-in-other-case") == isTried)
    }

    private func names(_ endpoint: APIDescription.Endpoint, _ api: APIDescription) -> [String] {
        api.conformanceChecks(of: endpoint).map { String($0.name.drop { $0 != "/" }.dropFirst()) }
    }
}

import CharterContract
import CharterRuntime
import Testing

/// What holds for an API as a whole, and how endpoints take it.
@Suite("Conventions")
struct ConventionTests {
    private static let order = "takes: { fields: { note: { type: string, about: What. } } }, returns: { 201: string }"

    @Test("of repeated calls reach the endpoints of a group that change something and can carry the key")
    func idempotency() throws {
        let api = try TestContract.api(
            """
            idempotency:
              header: { key: { header: Idempotency-Key }, keeps: 24h, within: [key] }
              field: { key: { field: requestId }, keeps: forever, within: [tenant, endpoint], same: nothing, required: yes }
            groups: { a: { prefix: /a, idempotency: header }, b: { prefix: /b, idempotency: field } }
            endpoints:
              GET /a: { id: readA, does: Read, returns: string }
              POST /a: { id: postA, does: Post, \(Self.order) }
              POST /a/own: { id: ownA, does: Post, idempotency: none, \(Self.order) }
              DELETE /a: { id: deleteA, does: Delete, returns: { 204: none } }
              POST /b: { id: postB, does: Post, \(Self.order) }
              DELETE /b: { id: deleteB, does: Delete, returns: { 204: none } }
            """
        )
        let names = api.endpoints.map { "\($0.id) \($0.idempotency?.description.name ?? "-")" }
        #expect(names == ["readA -", "postA header", "ownA -", "deleteA header", "postB field", "deleteB -"])
        let byField = try #require(try api.endpoint("postB").idempotency?.description)
        #expect(byField.retention == nil)
        #expect(!byField.comparesPayload)
        #expect(try api.endpoint("postA").failures.filter(\.isDerived).map(\.code).contains("idempotency-mismatch"))
        let codes = try api.endpoint("postB").failures.map(\.code).filter { $0.hasPrefix("idempotency") }
        #expect(codes == ["idempotency-key-missing", "idempotency-in-flight"])
    }

    @Test("of limits tell throttles from quotas, and plans from each other")
    func limits() throws {
        let api = try TestContract.api(
            """
            plans: { free: Free., pro: Paid. }
            limits:
              fast: { allow: 10, per: 1s, by: address }
              used: { allow: { free: 5, pro: unlimited }, per: month, by: everyone, kind: quota }
              some: { allow: 7, per: 1h, by: user, plans: [free] }
            endpoints:
              GET /fast: { id: fast, does: Read, limits: [fast], returns: string }
              GET /used: { id: used, does: Read, limits: [used], returns: string }
              GET /both: { id: both, does: Read, limits: [some, used], returns: string }
            """
        )
        func codes(_ id: String) throws -> [String] { try api.endpoint(id).failures.filter { $0.status == 429 }.map(\.code) }
        #expect(try codes("fast") == ["limit-exceeded"])
        #expect(try codes("used") == ["quota-exceeded"])
        #expect(try codes("both") == ["limit-exceeded", "quota-exceeded"])
        let limits = api.description.limits
        #expect(limits.map(\.allow) == [10, nil, nil])
        #expect(limits.map(\.allowByPlan) == [[:], ["free": 5, "pro": nil], ["free": 7]])
        #expect(limits.map(\.counts) == [.requests, .effects, .requests])
        #expect(limits.map(\.partition) == [.address, .everyone, .user])
        #expect(limits[1].window == .calendar(.month))
    }

    @Test("of errors replace status, code and wording of what is derived")
    func errors() throws {
        let api = try TestContract.api(
            """
            errors:
              body: { error: { code: code, docs: 'here' }, issues?: faults }
              faults: { invalid-request: { status: 422, code: INVALID, message: Mend it. }, internal-error: 503 }
            endpoints: { GET /: { id: look, does: Look, query: { q: { type: string, about: What. } }, returns: string } }
            """
        )
        let failures = try api.endpoint("look").failures.map { "\($0.status) \($0.code)" }
        #expect(failures == ["422 INVALID", "503 internal-error"])
        #expect(try api.endpoint("look").failures.first?.when == "Mend it.")
        #expect(api.description.errors.mediaType == "application/json")
        let faults = APIDescription.ErrorValue.faults(.object([.init("field", .faultField), .init("message", .faultMessage)]))
        #expect(
            api.description.errors.body
                == .object([
                    .init("error", .object([.init("code", .code), .init("docs", .text("here"))])),
                    .init("issues", faults, isRequired: false),
                ])
        )
    }

    @Test("of envelopes hold single results and lists apart, and leave pages and bare results alone")
    func envelope() throws {
        let api = try TestContract.api(
            """
            envelope: { single: item, list: items, takes: input, with: { meta: { version: version } } }
            pagination: { all: { style: url, pageSize: 5, response: { items: items, next: next } } }
            groups: { bare: { prefix: /bare, envelope: none } }
            endpoints:
              GET /one: { id: one, does: Read, returns: string }
              GET /list: { id: list, does: Read, pagination: none, returns: { list: string } }
              GET /paged: { id: paged, does: Read, pagination: all, returns: { list: string } }
              POST /: { id: post, does: Post, takes: string, returns: { 204: none } }
              GET /bare: { id: bare, does: Read, returns: string }
            """
        )
        func envelope(_ id: String) throws -> APIDescription.Envelope? { try api.endpoint(id).description.envelope }
        let extras: [String: APIDescription.ResponseValue] = ["meta.version": .version]
        #expect(try envelope("one") == .init(single: "item", extras: extras))
        #expect(try envelope("list") == .init(list: "items", extras: extras))
        #expect(try envelope("paged") == .init(extras: extras))
        #expect(try envelope("post") == .init(request: "input"))
        #expect(try envelope("bare") == nil)
    }

    @Test("of pages keep paths, positions and what stands at the end")
    func paging() throws {
        let api = try TestContract.api(
            """
            pagination:
              byPage:
                style: page
                pageSize: 5
                page: { parameter: page, first: 0 }
                response: { items: data, next: links.next }
                end: absent
              byLink: { style: link, pageSize: 5, response: { items: body } }
            endpoints:
              GET /page: { id: listByPage, does: Read, pagination: byPage, returns: { list: string } }
              GET /link: { id: listByLink, does: Read, pagination: byLink, returns: { list: string } }
            """
        )
        let page = try #require(try api.endpoint("listByPage").paging?.description)
        #expect(page.position == .page(parameter: "page", first: 0))
        #expect(page.pageSize.parameter == nil)
        #expect(page.members.next == "links.next")
        #expect(page.end == .absent)
        let link = try #require(try api.endpoint("listByLink").paging)
        #expect(link.description.position == .url)
        #expect(link.description.members == .init(linkRelations: [.next, .previous, .first, .last]))
        #expect(link.relations == ["next", "prev", "first", "last"])
    }

    @Test("of media types reach each endpoint that takes a body and says none itself")
    func media() throws {
        let api = try TestContract.api(
            """
            requests: { body: { media: [multipart, form] } }
            endpoints:
              PUT /a: { id: putA, does: Put a, takes: Thing, returns: { 204: none } }
              PUT /b: { id: putB, does: Put b, takes: Thing, media: json, returns: { 204: none } }
            types: { Thing: { fields: { a: string } } }
            """
        )
        #expect(api.description.endpoints.map { $0.requestBody?.media } == [[.multipart, .form], [.json]])
        let refusals = try ["putA", "putB"].map { try api.endpoint($0).failures.first { $0.code == "unsupported-media-type" }?.when }
        #expect(
            refusals == [
                "The body is not `multipart/form-data` or `application/x-www-form-urlencoded`.", "The body is not `application/json`.",
            ]
        )
    }

    @Test("of requests, JSON, responses and versions reach the description")
    func settings() throws {
        let api = try TestContract.api(
            """
            requests: { query: { unknown: reject }, body: { size: 2KiB, media: [form] }, time: 5s, options: no }
            json: { names: snake_case, accepts: [camelCase, snake_case], timestamps: seconds }
            responses: { headers: { X-Id: request-id, Date: date, X-By: 'us' } }
            versioning: { header: X-Version, current: "2", older: ["1"], missing: reject }
            endpoints: { GET /: { id: look, does: Look, returns: string } }
            """
        )
        let description = api.description
        #expect(description.requests.unknownQuery == .reject)
        #expect(description.requests.bodySize == 2_048)
        #expect(description.requests.media == [.form])
        #expect(description.requests.seconds == 5)
        #expect(description.requests.refusesOptions && !description.requests.refusesHead)
        #expect(description.json == .init(names: .snakeCase, acceptedNames: [.camelCase, .snakeCase], timestamps: .seconds))
        #expect(description.responseHeaders == ["X-Id": .requestID, "Date": .time, "X-By": .text("us")])
        #expect(description.versioning == .init(header: "X-Version", current: "2", older: ["1"], missing: .reject))
        let codes = try api.endpoint("look").failures.map(\.code)
        #expect(codes == ["invalid-request", "version-missing", "version-unknown", "request-timeout", "internal-error"])
    }

    @Test("of errors tell statuses that they do not have")
    func closed() {
        let errors = "errors: { body: problem, closed: [400] }\nendpoints: { GET /: { id: look, does: Look, returns: string } }"
        // Those of unknown paths, of other methods and of its own failures.
        #expect(TestContract.rules(errors) == Array(repeating: "status-not-documented", count: 3))
    }
}

import CharterRuntime
import HTTPTypes
import CharterServer

/// What a handler of the trial API was given.
struct Echo: Equatable {
    var endpoint: String
    var values: [String: String] = [:]
    var caller: String?
    var tenant: String?
}

extension Echo: JSONCodable {
    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["endpoint", "values", "caller", "tenant"], required: [0])
        var name: String?
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&name)
            case 1: values = try json.value()
            case 2: caller = try json.optional()
            default: tenant = try json.optional()
            }
        }
        endpoint = members.required(name)
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("endpoint", endpoint)
        json.member("values", values)
        json.member("caller", caller)
        json.member("tenant", tenant)
        json.closeObject()
    }
}

struct Event: JSONCodable {
    var title: String
    var startsAt: Timestamp

    init(from json: inout JSONReader) throws(JSONFault) {
        var members = try json.members(["title", "startsAt"], required: [0, 1])
        var title: String?
        var startsAt: Timestamp?
        while let member = try members.next(&json) {
            if member == 0 { json.read(&title) } else { json.read(&startsAt) }
        }
        self.title = members.required(title)
        self.startsAt = members.required(startsAt)
    }

    func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("title", title)
        json.member("startsAt", startsAt)
        json.closeObject()
    }
}

/// An error with something in it that no caller may see.
struct SecretFault: Error {
    let password = "hunter2"
}

extension Refusal {
    static let segmentEmpty = Refusal(
        status: 409,
        code: "segment-empty",
        title: "The segment has no members.",
        headers: [.retryAfter: "5"]
    )
}

extension APIRoutes {
    mutating func addTrial() {
        empty(TrialEndpoints.ping) { _ in }
        value(TrialEndpoints.fail) { _ -> Echo in throw SecretFault() }
        value(TrialEndpoints.conflict) { _ -> Echo in throw Refusal.segmentEmpty.with(detail: "Add one.") }
        page(TrialEndpoints.listEvents) { request in
            let page = request.offsetPage
            let all = Array(0..<45)
            return Page(items: Array(all.dropFirst(page.offset).prefix(page.limit)), total: all.count)
        }
        page(TrialEndpoints.listGuests) { request in
            Page(items: ["\(request.offsetPage.limit) of \(try request.path("id") as String)"], total: nil)
        }
        value(TrialEndpoints.getEvent) { try Echo($0, "tag", "slug") }
        empty(TrialEndpoints.deleteEvent) { request in
            let id: String = try request.path("id")
            if id == "gone" { throw Refusal.notFound }
        }
        value(TrialEndpoints.eventStats) { try Echo($0, "tag") }
        value(TrialEndpoints.publicSegment) { try Echo($0, "tag") }
        value(TrialEndpoints.changeSegment) { try Echo($0, "tag", "id") }
        value(TrialEndpoints.createEvent) { try $0.body() as Event }
    }
}

extension Echo {
    init(_ request: AuthorizedRequest, _ names: String...) throws {
        endpoint = request.endpoint.id
        caller = request.caller.keyID
        tenant = request.caller.tenant
        for name in names { values[name] = try request.path(name) }
    }
}

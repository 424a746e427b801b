import CharterClient
import CharterRuntime
import CobuntuModels
import GRDB
import HTTPTypes
import Testing

@Suite("Isolation over a socket")
struct IsolationTests {
    /// What all endpoints are walked with.
    private struct Walk {
        let cobuntu: RunningCobuntu
        let key: String

        /// Calls an endpoint with values for its path and a body.
        func reply(_ endpoint: APIDescription.Endpoint, _ path: [String: String], _ body: JSONValue?) async throws -> HTTPReply {
            let name = try #require(HTTPField.Name("X-API-Key"))
            let base = cobuntu.fixtures.baseURL.dropFirst("http://".count)
            let slash = try #require(base.firstIndex(of: "/"))
            let target = try #require(endpoint.path.filled(with: path))
            var request = HTTPRequest(
                method: endpoint.method,
                scheme: "http",
                authority: String(base[..<slash]),
                path: base[slash...] + target,
                headerFields: [name: key]
            )
            guard let body else { return try await HTTPClientTransport.shared.send(request, body: []) }
            request.headerFields[.contentType] = "application/json"
            return try await HTTPClientTransport.shared.send(request, body: JSONCoding.encode(body))
        }
    }

    /// A valid body of an endpoint that takes one.
    private func body(_ endpoint: APIDescription.Endpoint, of tag: String, in cobuntu: RunningCobuntu) throws -> JSONValue? {
        guard let requestBody = endpoint.requestBody else { return nil }
        if let known = cobuntu.fixtures.bodies?[tag]?[endpoint.id] { return known }
        return try JSONCoding.decode(JSONValue.self, from: Array(requestBody.example.utf8))
    }

    @Test("no endpoint lets a key of another community read or change anything")
    func otherKey() async throws {
        try await RunningCobuntu.run { cobuntu in
            let walk = Walk(cobuntu: cobuntu, key: try cobuntu.key("secret", "ADMIN", of: cobuntu.otherTag))
            let before = try cobuntu.contents()
            for endpoint in CobuntuEndpoints.all {
                let path = try #require(cobuntu.fixtures.parameters[cobuntu.tag]?[endpoint.id])
                let reply = try await walk.reply(endpoint, path, try body(endpoint, of: cobuntu.tag, in: cobuntu))
                #expect(reply.head.status == .forbidden, "\(endpoint.id)")
                let text = String(decoding: reply.body, as: UTF8.self)
                #expect(text.contains("foreign-tenant"), "\(endpoint.id): \(text)")
            }
            #expect(CobuntuEndpoints.all.count == 22)
            #expect(try cobuntu.contents() == before)
        }
    }

    @Test("no endpoint finds, through its own community, what another one has")
    func otherNames() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (own, other) = (cobuntu.otherTag, cobuntu.tag)
            let walk = Walk(cobuntu: cobuntu, key: try cobuntu.key("secret", "ADMIN", of: own))
            // Names that both communities have would be found, and be the caller's own.
            try await cobuntu.database.write { database in
                try database.execute(sql: "UPDATE events SET slug = 'other-' || slug WHERE community = ?", arguments: [other])
                try database.execute(sql: "UPDATE products SET sku = 'OTHER-' || sku WHERE community = ?", arguments: [other])
            }
            let before = try cobuntu.contents()
            var walked = 0
            for endpoint in CobuntuEndpoints.all {
                var path = try #require(cobuntu.fixtures.parameters[other]?[endpoint.id])
                path["tag"] = own
                path["slug"] = path["slug"].map { "other-\($0)" }
                path["sku"] = path["sku"].map { "OTHER-\($0)" }
                let takes = try body(endpoint, of: other, in: cobuntu)
                // Lists of the community itself show its own.
                guard path.count > 1 && path["category"] == nil || takes != nil else { continue }
                walked += 1
                let reply = try await walk.reply(endpoint, path, takes)
                #expect([404, 422].contains(reply.head.status.code), "\(endpoint.id): \(reply.head.status)")
            }
            #expect(walked == 15)
            #expect(try cobuntu.contents() == before)
        }
    }

    @Test("what a body names of another community is unknown, also where the path is right")
    func otherBodies() async throws {
        try await RunningCobuntu.run { cobuntu in
            let (own, other) = (cobuntu.otherTag, cobuntu.tag)
            let walk = Walk(cobuntu: cobuntu, key: try cobuntu.key("secret", "ADMIN", of: own))
            let before = try cobuntu.contents()
            let expected = [
                CobuntuEndpoints.rsvpToEvent.id: "tier-unknown", CobuntuEndpoints.submitSegmentForm.id: "member-unknown",
                CobuntuEndpoints.acceptRules.id: "member-unknown", CobuntuEndpoints.sendBroadcast.id: "segment-unknown",
            ]
            for endpoint in CobuntuEndpoints.all {
                guard let code = expected[endpoint.id] else { continue }
                let path = try #require(cobuntu.fixtures.parameters[own]?[endpoint.id])
                let reply = try await walk.reply(endpoint, path, try body(endpoint, of: other, in: cobuntu))
                #expect(reply.head.status.code == 422, "\(endpoint.id)")
                #expect(String(decoding: reply.body, as: UTF8.self).contains(code), "\(endpoint.id)")
            }
            #expect(try cobuntu.contents() == before)
        }
    }

    @Test("lists of two communities have nothing in common")
    func lists() async throws {
        try await RunningCobuntu.run { cobuntu in
            for endpoint in CobuntuEndpoints.all where endpoint.paging != nil {
                var items: [Set<String>] = []
                for tag in cobuntu.fixtures.tenants {
                    let walk = Walk(cobuntu: cobuntu, key: try cobuntu.key("publishable", "READ_PUBLIC", of: tag))
                    let reply = try await walk.reply(endpoint, try #require(cobuntu.fixtures.parameters[tag]?[endpoint.id]), nil)
                    let page = try JSONCoding.decode(JSONValue.self, from: reply.body)
                    guard case .array(let list)? = page["items"] else {
                        Issue.record("\(endpoint.id) answered no list")
                        continue
                    }
                    items.append(Set(list.map { "\($0)" }))
                    #expect(list.count > 1, "\(endpoint.id)")
                }
                // Categories have no identifiers, and are called the same in both.
                if endpoint != CobuntuEndpoints.listHotspotCategories { #expect(items[0].isDisjoint(with: items[1]), "\(endpoint.id)") }
            }
        }
    }
}

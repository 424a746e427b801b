import CharterRuntime
import HTTPTypes

/// The description that the API serves is the one that is published.
struct ServedDocument {
    /// What is written for one place where the API is served, and not for all.
    private static let ownMembers: Set<String> = ["servers"]

    private let probe: EndpointProbe
    private let path: String

    init(_ probe: EndpointProbe, _ path: String) {
        self.probe = probe
        self.path = path
    }

    /// Where the server under test has what is documented to stand below its base path, or at a URL beside it.
    private func target() throws(MissingFixture) -> String {
        do {
            let base = try BaseURL(probe.fixtures.baseURL)
            guard !path.hasPrefix("/") else { return base.path + path }
            let documented = try BaseURL(path)
            for server in probe.api.servers {
                let own = try BaseURL(server.url)
                // The server may be tested below another path than the one at which it is published.
                guard own.authority == documented.authority, base.path.hasSuffix(own.path) else { continue }
                return base.path.dropLast(own.path.count) + documented.path
            }
        } catch {
            throw MissingFixture(unfit: "\(error)")
        }
        throw MissingFixture(unfit: "the description is on another server than the one that is tested: \(path)")
    }

    func dialogue() throws(MissingFixture) -> Dialogue {
        var open = EndpointRequest(probe.endpoint)
        open.givenTarget = try target()
        open.endpoint.method = .get
        let request = open
        guard let published = probe.document.flatMap({ try? JSONCoding.decode(JSONValue.self, from: $0) }) else {
            throw MissingFixture(unfit: "there is no published document to compare with")
        }
        return Dialogue(request, expecting: "200 with the published description") { conversation in
            let reply = try await conversation.reply(to: request)
            guard reply.head.status.code == 200 else { throw conversation.fail(request, "the status is \(reply.head.status.code)", reply) }
            guard case .object(let served)? = try? JSONCoding.decode(JSONValue.self, from: reply.body), case .object(let wanted) = published
            else {
                throw conversation.fail(request, "the body is no JSON object", reply)
            }
            for name in Set(served.keys).union(wanted.keys).subtracting(Self.ownMembers).sorted() where served[name] != wanted[name] {
                throw conversation.fail(request, "\(name) is another than in the published description")
            }
            return reply.outline
        }
    }
}

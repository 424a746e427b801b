import CharterRuntime
import CharterServer
import Testing

/// Header fields that handlers give.
@Suite("header fields of handlers")
struct OwnFieldTests {
    private struct Tagged: EndpointReply {
        var tags: [String]?
        var note: String?

        init(tags: [String]? = nil, note: String? = nil) {
            self.tags = tags
            self.note = note
        }

        init(_ contents: ReplyContents<Void>) throws(ReplyFault) {
            tags = try contents.headerList("X-Tags")
            note = try contents.header("X-Note")
        }

        var contents: ReplyContents<Void> {
            var contents = ReplyContents(body: ())
            contents.setHeaderList("X-Tags", tags)
            contents.setHeader("X-Note", note)
            return contents
        }
    }

    @Test(
        "are sent as documented, or not at all",
        arguments: [
            (["a", "b c"], nil, "204", "a, b c", nil), ([], "x", "204", "", "x"), (nil, "a, b", "204", nil, "a, b"),
            (nil, nil, "204", nil, nil),
            (["a,b"], nil, "500 internal-error", nil, nil), ([""], nil, "500 internal-error", nil, nil),
            (nil, "a\r\nX-Evil: b", "500 internal-error", nil, nil),
        ] as [([String]?, String?, String, String?, String?)]
    )
    func fields(tags: [String]?, note: String?, outcome: String, tagText: String?, noteText: String?) async throws {
        let endpoint = APIDescription.Endpoint.get {
            $0.success = .init(
                status: 204,
                headers: [.init(name: "X-Tags", schema: .list(of: .string())), .init(name: "X-Note", schema: .string())]
            )
        }
        let server = SmallServer(.small([endpoint])) { routes, api in
            routes.emptyReply(api.endpoints[0]) { _ in Tagged(tags: tags, note: note) }
        }
        let reply = try await server.send()
        #expect(reply.outcome == outcome)
        #expect(reply["X-Tags"] == tagText)
        #expect(reply["X-Note"] == noteText)
        #expect(reply["X-Evil"] == nil)
    }
}

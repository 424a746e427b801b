import CharterRuntime
import Testing

@Suite("Link fields")
struct WebLinkTests {
    @Test(
        "say where each relation leads",
        arguments: [
            (#"</a?x=1,2>; rel="next""#, ["next": "/a?x=1,2"]), ("</a>;rel=next,</b>;rel=prev", ["next": "/a", "prev": "/b"]),
            (#"</a>; title="a, b; rel=\"x\""; REL="Last Next""#, ["last": "/a", "next": "/a"]),
            (#"</a>; rel=next; rel=prev"#, ["next": "/a"]),
            (#"</a>; rel="next"; anchor="/other""#, [:]), ("</a>; flag; rel=next", ["next": "/a"]), ("</a>", [:]), ("", [:]),
            (#"</a>; rel="next, </b>; rel=prev"#, [:]), ("</a; rel=next", [:]), ("a; rel=next", [:]),
            (" , </a> ; rel = next , ", ["next": "/a"]),
            ("</a>; rel=next junk", [:]),
        ] as [(String, [String: String])]
    )
    func relations(field: String, expected: [String: String]) {
        var found: [String: String] = [:]
        for link in WebLink.links(in: field) {
            for relation in link.relations { found[relation] = link.target }
        }
        #expect(found == expected)
    }
}

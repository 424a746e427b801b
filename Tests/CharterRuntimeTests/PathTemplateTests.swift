import CharterRuntime
import Testing

@Suite("PathTemplate")
struct PathTemplateTests {
    private let template: APIDescription.PathTemplate = "/communities/:tag/events/:slug"

    @Test("knows literals from parameters")
    func segments() {
        #expect(template.segments == [.literal("communities"), .parameter("tag"), .literal("events"), .parameter("slug")])
        #expect(template.description == "/communities/:tag/events/:slug")
    }

    @Test("is filled with encoded values")
    func filled() {
        #expect(template.filled(with: ["tag": "a/b", "slug": "é ?", "more": "x"]) == "/communities/a%2Fb/events/%C3%A9%20%3F")
    }

    @Test("is not filled if a value is missing")
    func missing() {
        #expect(template.filled(with: ["tag": "a"]) == nil)
    }

    @Test("may be the root")
    func root() {
        #expect(APIDescription.PathTemplate("/").filled(with: [:]) == "/")
        #expect(APIDescription.PathTemplate("/").description == "/")
    }
}

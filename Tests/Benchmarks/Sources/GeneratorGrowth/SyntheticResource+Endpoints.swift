extension SyntheticResource {
    /// Its endpoints: to list, add, get and change it, and one that differs from resource to resource.
    func endpoints(_ prose: inout Prose) -> String {
        let path = "path: { id: { type: uuid, example: \(prose.uuid()), about: \(prose.sentence()) } }"
        return """
              GET \(prefix)/\(word)-list:
                id: list\(name)
                does: List everything of \(spoken)
                about: \(prose.paragraph())
                pagination: \(number % 2 == 0 ? "byOffset" : "byCursor")
                query:
                  status?: { type: \(name)Status, about: \(prose.sentence()) }
                  search?: { type: string, length: 1..80, example: \(prose.words()), about: \(prose.sentence()) }
                  from?: { type: timestamp, example: "2026-03-01T00:00:00Z", about: \(prose.sentence()) }
                  to?: { type: timestamp, example: "2026-03-08T00:00:00Z", about: \(prose.sentence()) }
                rules: [{ span: [from, to], max: 31d }]
                returns: { list: \(name) }
              POST \(prefix)/\(word)-list:
                id: add\(name)
                does: Add to \(spoken)
                about: \(prose.paragraph())
                scope: \(scope)
                idempotency: \(number % 3 == 0 ? "none" : "repeats")
                takes: \(name).create
                returns: { 201: \(name) }
                fails:
                  409:
                    - { code: \(word)-exists, when: \(prose.sentence()) }
                    - { code: \(word)-closed, when: \(prose.sentence()) }
                  422: { code: \(word)-unknown, when: \(prose.sentence()) }
              GET \(item):
                id: get\(name)
                does: Get one of \(spoken)
                about: \(prose.paragraph())
                \(path)
                returns: \(name)
              PATCH \(item):
                id: change\(name)
                does: Change one of \(spoken)
                scope: \(scope)
                \(path)
                takes: \(name).change
                returns: \(name)
                fails: { 409: { code: \(word)-locked, when: \(prose.sentence()) } }
            \(fifth(path, &prose))
            """
    }

    private func fifth(_ path: String, _ prose: inout Prose) -> String {
        switch number % 3 {
        case 0:
            """
              DELETE \(item):
                id: remove\(name)
                does: Remove one of \(spoken)
                scope: \(scope)
                role: [owner, clerk]
                \(path)
                returns: { 200: \(name)Report }
                fails: { 409: { code: \(word)-in-use, when: \(prose.sentence()) } }
            """
        case 1:
            """
              GET \(item)/report:
                id: report\(name)
                does: Report on one of \(spoken)
                about: \(prose.paragraph())
                limits: [exports]
                envelope: none
                \(path)
                query: { day: { type: date, example: "2026-03-01", about: \(prose.sentence()) } }
                returns: \(name)Report
            """
        default:
            """
              PUT \(item)/terms:
                id: replaceTermsOf\(name)
                does: Replace the terms of \(spoken)
                about: \(prose.paragraph())
                scope: { any: [\(scope), ADMIN] }
                \(path)
                takes: \(name)Terms
                returns: \(name)Report
            """
        }
    }

    /// The resource as a sentence has it: `retail offer`.
    private var spoken: String {
        word.replacing("-", with: " ")
    }
}

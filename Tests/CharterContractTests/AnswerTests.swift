import CharterContract
import CharterRuntime
import Testing

/// Faults of single parts and parameters of a request are failures of their own where they are answered differently.
@Suite("Answers to what is not as described")
struct AnswerTests {
    private static func text(faults: String = "", path: String = "", header: String = "") -> String {
        """
        errors: { body: problem, faults: { \(faults) } }
        path: { id: { type: uuid, \(path)about: Names it. } }
        headers: { X-App: { type: slug, \(header)about: The program. } }
        endpoints:
          PATCH /things/:id: { id: one, does: Change, auth: none, takes: { fields: { a?: { type: string, about: A. } } }, returns: string }
          GET /things: { id: two, does: List, auth: none, headers: { X-App: forbidden }, returns: string }
        """
    }

    private func invalid(_ text: String, _ id: String = "one") throws -> [String] {
        let conventions = ["not-found", "malformed-body", "body-too-large", "unsupported-media-type", "internal-error"]
        return try TestContract.api(text).endpoint(id).failures.filter { !conventions.contains($0.code) }.map {
            "\($0.status) \($0.code): \($0.when)"
        }
    }

    @Test("are one where nothing is said")
    func usual() throws {
        let whole = "400 invalid-request: A parameter or a field of the body is missing or not as described."
        #expect(try invalid(Self.text()) == [whole])
        #expect(try invalid(Self.text(path: "invalid: 400, ", header: "missing: { status: 400 }, ")) == [whole])
    }

    @Test("are several by the part that is at fault")
    func parts() throws {
        #expect(
            try invalid(Self.text(faults: "invalid-request: 422, invalid-path: { status: 404, code: unknown }")) == [
                "404 unknown: A parameter in the path is not as described.",
                "422 invalid-request: A header field is missing or not as described. A field of the body is missing or not as described.",
            ]
        )
    }

    @Test("are several where a parameter has its own")
    func parameters() throws {
        let whole = "400 invalid-request: A parameter or a field of the body is missing or not as described."
        #expect(
            try invalid(Self.text(path: "invalid: 410, ", header: "missing: 403, invalid: { status: 422, code: odd, message: Odd. }, "))
                == [
                    whole, "403 invalid-request: The header field `X-App` is missing.",
                    "410 invalid-request: The `id` in the path is not as described.", "422 odd: Odd.",
                ]
        )
    }

    @Test("are there for a header field that must not be sent")
    func forbidden() throws {
        let api = try TestContract.api(Self.text())
        #expect(try api.endpoint("two").description.forbiddenHeaders == [.init(name: "X-App")])
        #expect(try api.endpoint("two").headerParameters.isEmpty)
        #expect(try invalid(Self.text(), "two").count == 1)
    }

    @Test("of a change: null is for what need not be there")
    func change() throws {
        let api = try TestContract.api(
            """
            endpoints:
              PATCH /things: { id: one, does: Change, auth: none, takes: Thing.change, empty: reject, returns: Thing }
            types:
              Thing:
                about: A thing.
                fields:
                  name: { type: string, set: change, about: Its name. }
                  note?: { type: string, set: change, about: A note. }
                  parts?: { list: string, default: [], set: change, about: Its parts. }
                  id: { type: uuid, set: api, about: Names it. }
            """
        )
        guard case .object(let fields)? = api.schemas["ThingChange"]?.shape else {
            Issue.record("there is no view of changes")
            return
        }
        #expect(fields.map(\.name) == ["name", "note", "parts"])
        #expect(fields.map(\.schema.isNullable) == [false, true, true])
        #expect(fields.allSatisfy { !$0.isRequired && $0.defaultValue == nil })
        #expect(try #require(try api.endpoint("one").description.requestBody).refusesEmpty)
        guard case .object(let own)? = api.schemas["Thing"]?.shape else { return }
        #expect(own.allSatisfy { !$0.schema.isNullable })
    }
}

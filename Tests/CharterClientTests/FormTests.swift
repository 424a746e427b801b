import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("forms")
struct FormTests {
    private static let schema = APIDescription.Schema.object([
        .init("name", .string()), .init("note", .nullable(.string()), isRequired: false), .init("tags", .list(of: .string())),
        .init("more", .list(of: .string()), isRequired: false), .init("size", .number(), isRequired: false),
        .init("address", .object([.init("lines", .list(of: .string()), isRequired: false)]), isRequired: false),
    ])

    private func call(_ media: [APIDescription.RequestRules.Media], _ edit: (inout Call) -> Void = { _ in }) -> Call {
        Call {
            $0.endpoint = Shop.addOrder
            $0.endpoint.success.status = 200
            $0.endpoint.requestBody = .init(schema: Self.schema, example: "{}", media: media)
            edit(&$0)
        }
    }

    /// The type and the text of the body that a call sends.
    private func sent(_ body: JSONValue, _ call: Call) async throws -> (type: String?, text: String) {
        let request = try await call.request(body: body)
        let bytes = await call.transport.bodies.last
        return (request.headerFields[.contentType], String(decoding: bytes ?? [], as: UTF8.self))
    }

    private static let order: JSONValue = .object([
        "name": .string("Ada & \"Öl\"\r\n=+"), "note": .null, "tags": .array([.string("a b"), .string("")]), "size": .number(0.5),
        "address": .object(["lines": .array([.string("1"), .string("2")])]),
    ])

    @Test("are percent-encoded, with brackets around what lies in objects")
    func urlEncoded() async throws {
        let (type, text) = try await sent(Self.order, call([.form, .multipart]))
        #expect(type == "application/x-www-form-urlencoded")
        #expect(
            text == "address%5Blines%5D=1&address%5Blines%5D=2&name=Ada%20%26%20%22%C3%96l%22%0D%0A%3D%2B&note=&size=0.5&tags=a%20b&tags="
        )
    }

    @Test("have parts between a boundary that is in none of them")
    func multipart() async throws {
        let (type, text) = try await sent(
            .object(["name": .string("x\r\n--form-field-0--"), "tags": .array([.string("form-field-1")])]),
            call([.multipart])
        )
        #expect(type == "multipart/form-data; boundary=form-field-2")
        #expect(
            text == """
                --form-field-2\r
                Content-Disposition: form-data; name="name"\r
                \r
                x\r
                --form-field-0--\r
                --form-field-2\r
                Content-Disposition: form-data; name="tags"\r
                \r
                form-field-1\r
                --form-field-2--\r

                """
        )
    }

    @Test("are not sent where JSON is taken", arguments: [[.json], [.form, .json]] as [[APIDescription.RequestRules.Media]])
    func json(media: [APIDescription.RequestRules.Media]) async throws {
        let (type, text) = try await sent(.object(["name": .string("x")]), call(media))
        #expect((type, text) == ("application/json", #"{"name":"x"}"#))
    }

    @Test("have their key and their envelope")
    func keyAndEnvelope() async throws {
        let call = call([.form]) {
            $0.endpoint.envelope = .init(request: "request.data")
            $0.endpoint.idempotency = .init(
                name: "once",
                place: .field("once"),
                form: .string(),
                isRequired: true,
                scope: [.key],
                remembers: .successes
            )
        }
        _ = try await call.request(idempotencyKey: "k[1]", body: JSONValue.object(["name": .string("x")]))
        let text = await call.transport.bodies.last.map { String(decoding: $0, as: UTF8.self) }
        #expect(text == "request%5Bdata%5D%5Bname%5D=x&request%5Bdata%5D%5Bonce%5D=k%5B1%5D")
    }

    @Test(
        "are not sent where they would say something else",
        arguments: [
            (["note": .string("")], "note"), (["more": .array([])], "more"), (["address": .object([:])], "address"),
            (["address": .object(["lines": .array([])])], "address[lines]"), (["more": .array([.array([])])], "more"),
            (["more": .array([.null])], "more"),
        ] as [([String: JSONValue], String)]
    )
    func unsendable(members: [String: JSONValue], name: String) async throws {
        #expect(try await call([.form]).reason(body: JSONValue.object(members)) == .formField(name))
        #expect(try await call([.form]).reason(body: JSONValue.array([])) == .formField(""))
    }

    @Test("leave out a list that is always there and has no items")
    func emptyList() async throws {
        #expect(try await sent(.object(["name": .string("x"), "tags": .array([])]), call([.form])).text == "name=x")
    }
}

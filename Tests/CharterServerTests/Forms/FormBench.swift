import CharterRuntime

/// A small API whose one endpoint takes forms and answers what it was given.
struct FormBench {
    static let form = "application/x-www-form-urlencoded"
    static let multipart = "multipart/form-data; boundary=b"

    static let schema = APIDescription.Schema.object([
        .init("name", .string(length: .init(0, 20))),
        .init("size", .integer(range: .init(1, 9)), isRequired: false),
        .init("share", .number(), isRequired: false),
        .init("isNew", .boolean, isRequired: false),
        .init("note", .nullable(.string()), isRequired: false),
        .init("state", .nullable(.enumeration(["open", "shut"])), isRequired: false),
        .init("tags", .list(of: .string(length: .init(1, 5)), count: .init(nil, 3))),
        .init("sizes", .list(of: .integer()), isRequired: false),
        .init("address", .named("Address"), isRequired: false),
    ])

    let server: SmallServer

    init(_ change: (inout APIDescription) -> Void = { _ in }, _ edit: (inout APIDescription.Endpoint) -> Void = { _ in }) {
        let endpoint = APIDescription.Endpoint.taking(Self.schema) {
            $0.requestBody?.media = [.form, .multipart]
            edit(&$0)
        }
        server = SmallServer(
            .small([endpoint]) {
                $0.types["Address"] = .object([
                    .init("street", .string()), .init("floors", .list(of: .integer()), isRequired: false),
                    .init("place", .object([.init("town", .string(), isRequired: false)]), isRequired: false),
                ])
                change(&$0)
            }
        )
    }

    /// What becomes of a form: the value that the handler got, or the outcome and the places of faults.
    func outcome(_ body: String, as type: String = form) async throws -> String {
        try await outcome(Array(body.utf8), as: type)
    }

    func outcome(_ body: [UInt8], as type: String) async throws -> String {
        let reply = try await server.post(body, as: type)
        return reply.status == 200 ? reply.text : ([reply.outcome] + reply.faultyFields).joined(separator: " ")
    }

    /// Parts between boundaries, each with its head and, behind an empty line, its contents.
    static func parts(_ parts: String..., end: String = "--b--\r\n") -> String {
        parts.map { "--b\r\n\($0)\r\n" }.joined() + end
    }

    /// A part that is a text.
    static func part(_ name: String, _ text: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(text)"
    }
}

import CharterClient
import CharterRuntime
import HTTPTypes
import Testing

@Suite("error formats")
struct ErrorFormatTests {
    typealias Format = APIDescription.ErrorFormat

    /// An error in an object: `{"error": {"code": …, "message": …, "fields": [{"at": {"path": …}, "text": …}]}, "status": …}`.
    static let nested = Format(
        mediaType: "application/json",
        body: .object([
            .init(
                "error",
                .object([
                    .init("code", .code), .init("message", .message), .init("requestId", .requestID),
                    .init("fields", .faults(.object([.init("at", .object([.init("path", .faultField)])), .init("text", .faultMessage)]))),
                ])
            ),
            .init("status", .status), .init("kind", .text("error")),
        ])
    )
    /// Errors in a list: `{"errors": [{"status": …, "code": …, "title": …, "detail": …, "source": {"pointer": …}}]}`.
    static let list = Format(
        mediaType: "application/json",
        body: .object([
            .init(
                "errors",
                .faults(
                    .object([
                        .init("status", .status), .init("code", .code), .init("title", .title), .init("detail", .message),
                        .init("source", .object([.init("pointer", .faultField)])),
                    ])
                )
            )
        ]),
        fieldPaths: .pointer
    )

    @Test("are read from nested members, with their faults")
    func nestedMembers() async throws {
        let problem = try await problem(
            #"{"error":{"code":"bad","message":"No.","fields":[{"at":{"path":"a[0].b"},"text":"x"},{"text":"y"}]},"status":422}"#,
            Self.nested
        )
        let faults = [Problem.FieldFault(field: "a[0].b", message: "x"), Problem.FieldFault(field: "", message: "y")]
        #expect(problem == Problem(title: "Bad Request", status: 422, detail: "No.", code: "bad", errors: faults))
    }

    @Test(
        "may lack what does not say which error it is",
        arguments: [#"{"error":{"code":"bad"}}"#, #"{"error":{"code":"bad","fields":7},"status":null}"#]
    )
    func missingMembers(body: String) async throws {
        #expect(try await problem(body, Self.nested) == Problem(title: "Bad Request", status: 400, code: "bad"))
    }

    @Test("may be lists, whose first error counts and whose places are read from pointers")
    func lists() async throws {
        let field = try await problem(
            #"{"errors":[{"status":"422","code":"short","title":"Short","detail":"Too short","source":{"pointer":"/tiers/2/a~1b"}},{"code":"late"}]}"#,
            Self.list
        )
        let fault = Problem.FieldFault(field: "tiers[2].a/b", message: "Too short")
        #expect(field == Problem(title: "Short", status: 422, code: "short", errors: [fault]))
        let whole = try await problem(#"{"errors":[{"status":"409","code":"taken","detail":"It is taken"}]}"#, Self.list)
        #expect(whole == Problem(title: "Bad Request", status: 409, detail: "It is taken", code: "taken"))
    }

    @Test("may be texts in a list, or have no code")
    func texts() async throws {
        let texts = Format(mediaType: "application/json", body: .object([.init("errors", .faults(.faultMessage))]))
        let faults = [Problem.FieldFault(field: "", message: "a"), Problem.FieldFault(field: "", message: "b")]
        let several = try await problem(#"{"errors":["a","b"]}"#, texts)
        #expect(several == Problem(title: "Bad Request", status: 400, code: "400", errors: faults))
        let message = Format(mediaType: "application/json", body: .object([.init("message", .message)]))
        #expect(
            try await problem(#"{"message":"No."}"#, message) == Problem(title: "Bad Request", status: 400, detail: "No.", code: "400")
        )
    }

    @Test(
        "spell places with brackets too",
        arguments: [("tiers[2][price]", "tiers[2].price"), ("a", "a"), ("a[b][0][1]", "a.b[0][1]"), ("a[b.c]", #"a["b.c"]"#)]
    )
    func brackets(written: String, dotted: String) async throws {
        var format = Self.nested
        format.fieldPaths = .brackets
        let problem = try await problem(#"{"error":{"code":"bad","fields":[{"at":{"path":"\#(written)"}}]}}"#, format)
        #expect(problem.errors?.map(\.field) == [dotted])
    }

    @Test(
        "spell places with pointers, and those of parameters with dots",
        arguments: [
            ("/a/b.c/0", #"a["b.c"][0]"#), ("/a/", #"a[""]"#), ("/a~1b", "a/b"), ("query.limit", "query.limit"), ("", ""),
        ]
    )
    func pointers(written: String, dotted: String) async throws {
        var format = Self.nested
        format.fieldPaths = .pointer
        let problem = try await problem(#"{"error":{"code":"bad","fields":[{"at":{"path":"\#(written)"}}]}}"#, format)
        #expect(problem.errors?.map(\.field) == [dotted])
    }

    @Test(
        "are not recognised where nothing says which error it is",
        arguments: [
            ("{}", nested), (#"{"error":"bad"}"#, nested), (#"{"error":{"message":"No."}}"#, nested), (#"{"errors":[]}"#, list),
            ("[]", nested), ("", nested),
            (#"{"text":"x"}"#, Format(mediaType: "application/json", body: .object([.init("message", .message)]))),
        ] as [(String, Format)]
    )
    func undocumented(body: String, format: Format) async throws {
        let error = try await error(body, format)
        guard case .unexpected(let reply) = error else {
            Issue.record("\(error)")
            return
        }
        #expect(reply.body == Array(body.utf8))
    }

    @Test("have the phrase of the status as their title, or the status itself where it came without")
    func titles() async throws {
        for (reason, title) in [("Nope", "Nope"), ("", "Status 400")] {
            let error = try await error(#"{"error":{"code":"bad"}}"#, Self.nested, reason: reason)
            guard case .refused(_, let problem, _) = error else { throw error }
            #expect(problem.title == title)
        }
    }

    private func problem(_ body: String, _ format: Format) async throws -> Problem {
        let error = try await error(body, format)
        guard case .refused(400, let problem, _) = error else { throw error }
        return problem
    }

    private func error(_ body: String, _ format: Format, reason: String = "Bad Request") async throws -> ClientError {
        let call = Call {
            $0.api.errors = format
            var reply = HTTPReply.json(400, body)
            reply.head.status = .init(code: 400, reasonPhrase: reason)
            $0.transport = StubTransport(reply)
        }
        return try #require(await #expect(throws: ClientError.self) { _ = try await call.request() })
    }
}

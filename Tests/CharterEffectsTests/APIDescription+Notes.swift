import CharterRuntime

extension APIDescription {
    /// An API that keeps notes: each is written once, and three an hour by each tenant.
    static func notes(_ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        var api = APIDescription(
            name: "Notes",
            title: "Notes",
            version: "1",
            servers: [Server(name: "production", url: "https://notes.example/v1")],
            credentials: [.init(name: "key", place: .header("X-Key"))],
            limits: [
                .init(name: "notes", allow: 3, window: .sliding(seconds: 3_600), partition: .tenant, kind: .quota, counts: .effects)
            ],
            limitHeaders: .init(retryAfter: true, draft: true),
            errors: .problem,
            endpoints: [.writeNote("writeNote", "/notes"), .writeNote("copyNote", "/notes/:id/copies")],
            types: [:]
        )
        api.endpoints[1].pathParameters = [.init(name: "id", schema: .string())]
        api.endpoints[1].queryParameters = [.init(name: "to", schema: .string(), isRequired: false)]
        change(&api)
        return api
    }

    /// The same without a limit.
    static func freeNotes(_ change: (inout APIDescription.Idempotency) -> Void = { _ in }) -> APIDescription {
        .notes { api in
            api.limits = []
            for index in api.endpoints.indices {
                api.endpoints[index].limits = []
                var convention = APIDescription.Idempotency.once
                change(&convention)
                api.endpoints[index].idempotency = convention
            }
        }
    }
}

extension APIDescription.Idempotency {
    /// Remembers successes for an hour, within a tenant and an endpoint.
    static let once = APIDescription.Idempotency(
        name: "once",
        place: .header("Once"),
        form: .string(length: .init(1, 40)),
        retention: 3_600,
        scope: [.tenant, .endpoint],
        comparesPayload: true,
        remembers: .successes,
        replayHeader: "Once-Replayed"
    )
}

extension APIDescription.Endpoint {
    fileprivate static func writeNote(_ id: String, _ path: APIDescription.PathTemplate) -> APIDescription.Endpoint {
        APIDescription.Endpoint(
            id: id,
            method: .post,
            path: path,
            summary: "Write a note",
            auth: .one("key"),
            limits: ["notes"],
            idempotency: .once,
            requestBody: .init(
                schema: .object([
                    .init("text", .string(length: .init(1, 100))), .init("size", .number(), isRequired: false),
                    .init("marks", .any, isRequired: false),
                ]),
                example: "{}"
            ),
            success: .init(status: 201, body: .any, location: "/notes/:id"),
            failures: [.init(status: 409, code: "taken", when: "It is taken."), .init(status: 503, code: "busy", when: "It is busy.")]
        )
    }
}

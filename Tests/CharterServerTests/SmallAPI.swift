import CharterRuntime
import HTTPTypes

extension APIDescription {
    /// An API of a few endpoints, without a credential, for tests of single conventions.
    static func small(_ endpoints: [Endpoint], _ change: (inout APIDescription) -> Void = { _ in }) -> APIDescription {
        var api = APIDescription(
            name: "Small",
            title: "Small",
            version: "1.2.3",
            servers: [Server(name: "production", url: "https://small.example/v1")],
            errors: .problem,
            endpoints: endpoints,
            types: [:]
        )
        change(&api)
        return api
    }
}

extension APIDescription.Endpoint {
    /// A list at `/things`.
    static func get(_ change: (inout APIDescription.Endpoint) -> Void = { _ in }) -> APIDescription.Endpoint {
        var endpoint = APIDescription.Endpoint(
            id: "getThings",
            method: .get,
            path: "/things",
            summary: "Things",
            success: .init(status: 200, body: .any)
        )
        change(&endpoint)
        return endpoint
    }

    /// What takes a body at `/things`.
    static func taking(_ schema: APIDescription.Schema, _ change: (inout APIDescription.Endpoint) -> Void = { _ in })
        -> APIDescription.Endpoint
    {
        var endpoint = APIDescription.Endpoint(
            id: "createThing",
            method: .post,
            path: "/things",
            summary: "A thing",
            requestBody: .init(schema: schema, example: "{}"),
            success: .init(status: 200, body: .any)
        )
        change(&endpoint)
        return endpoint
    }
}

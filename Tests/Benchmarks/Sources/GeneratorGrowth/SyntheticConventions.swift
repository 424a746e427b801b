/// What all endpoints of a synthetic contract share: credentials, scopes, limits, paging and the rest.
struct SyntheticConventions {
    /// The names of the contract's fragments.
    let areas: [String]

    var text: String {
        """
        charter: 1
        api: Growth
        title: Growth API
        about: |
          Everything that a large company lets its partners do: for services with a key, and for people who have signed in.
          Endpoints that change something ask for a scope of their own area.
        version: 3.4.1
        servers:
          production: https://api.growth.example/v3
          staging: { url: https://staging.growth.example/v3, about: A copy of last night., environment: test }
        contact: { name: The platform team, url: https://growth.example/contact }
        license: { name: MIT, identifier: MIT }
        promise: additive-only

        credentials:
          apiKey:
            header: X-API-Key
            about: Made by an administrator of the workspace.
            kinds:
              publishable: { prefix: pk_, use: anywhere, holds: [READ], limits: [publishable] }
              secret: { prefix: sk_, use: server-only, holds: any, limits: [secret] }
              test: { prefix: tk_, use: server-only, holds: any, environment: test }
          person:
            bearer: jwt
            about: For people who have signed in.
            roles: any

        tenancy: { name: workspace, from: { path: workspace }, foreign: 404 }

        scopes:
          READ: Read what is published.
        \(areas.map { "  \($0.scope): Change what belongs to \($0)." }.joined(separator: "\n"))
          ADMIN: { grants: all, about: Everything. }

        roles:
          owner: { grants: all, about: Everything. }
          clerk: Daily work.

        plans: { small: For a start., large: For companies. }

        limits:
          publishable: { allow: 100, per: 1s, by: key }
          secret: { allow: { small: 50, large: 500 }, per: 1s, by: key }
          writes: { allow: 600, per: 1h, by: workspace, about: What changes something. }
          exports: { allow: 20, per: day, by: workspace, kind: quota }

        pagination:
          byOffset:
            style: offset
            pageSize: { parameter: limit, default: 20, max: 100, below: reject, above: reject }
            offset: { parameter: offset }
            response: { items: data, total: meta.total, hasMore: meta.more }
          byCursor:
            style: cursor
            pageSize: { parameter: limit, default: 50, max: 200, below: clamp, above: clamp }
            cursor: { parameter: cursor, lives: 24h }
            response: { items: data, next: meta.next }

        idempotency:
          repeats: { key: { header: Idempotency-Key }, keeps: 24h, within: [tenant, endpoint] }

        envelope: { single: data, list: data, with: { meta: { requestId: request-id } } }
        responses: { headers: { X-Request-Id: request-id } }
        errors:
          body: { error: { code: code, message: message, details?: { list: { path: fault-field, issue: fault-message } } } }

        path:
          workspace: { type: slug, example: north-star, about: Names the workspace. }

        methods: { POST: { limits: [writes] }, PATCH: { limits: [writes] } }

        include:
        \(areas.map { "  - parts/\($0).yaml" }.joined(separator: "\n"))

        """
    }
}

extension String {
    /// The scope that changes what belongs to the area of this name.
    var scope: String {
        "WRITE_" + uppercased().replacing("-", with: "_")
    }
}

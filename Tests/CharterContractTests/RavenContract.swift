import CharterContract

/// A contract in which keys and persons call.
enum RavenContract {
    static let text = #"""
        credentials:
          service:
            header: { name: Authorization, scheme: ApiKey }
            also: [{ query: api_key }]
            twice: first
            kinds:
              live: { prefix: live_, form: "[a-z]{8}", use: server-only, holds: ["orders:*"], environment: live }
              admin: { prefix: admin_, use: server-only, holds: any, tenancy: none }
          person: { bearer: jwt, roles: any, holds: [orders:read, bills], limits: [calm], challenge: none }
          app: { header: X-App-Key, kinds: { app: { form: "[0-9]{6}", use: anywhere, holds: [orders:read] } } }
          pin: { basic: { user: any, password: key }, challenge: "Basic realm=\"till\"", kinds: { pin: { prefix: p, use: anywhere, holds: any } } }
        scopes: { orders:read: Read orders., orders:write: { about: Write orders., grants: [orders:read] }, bills: Read bills. }
        roles: { owner: { about: Owns the shop., grants: all }, clerk: Sells. }
        limits: { calm: { allow: 1, per: 1s, by: tenant } }
        tenancy:
          name: shop
          from: { service: key, person: { header: X-Shop }, app: { query: shop }, pin: { path: shop } }
          foreign: 403
          suspended: 403
          type: slug
        headers:
          X-App-Name: { type: string, length: 1..40, about: The caller's program., example: till }
        path: { shop: { type: slug, about: The shop. } }
        groups: { all: { prefix: /, auth: service, scope: orders:read, headers: { X-Trace?: { type: uuid, about: Joins calls. } } } }
        endpoints:
          GET /key: { id: key, does: Look, returns: string }
          GET /either: { id: either, does: Look, auth: { any: [service, person] }, role: [owner, clerk], returns: string }
          GET /both: { id: both, does: Look, auth: { all: [app, person] }, scope: { all: [orders:read, bills] }, returns: string }
          GET /open: { id: open, does: Look, auth: { any: [none, { all: [app, person] }] }, scope: none, headers: { x-app-name: none }, returns: string }
          GET /app: { id: app, does: Look, auth: app, headers: { x-trace: { type: string, about: Another. } }, returns: string }
          GET /shops/:shop: { id: pin, does: Look, auth: pin, scope: { any: [bills, orders:write] }, returns: string }
          GET /catalogue: { id: shared, does: Look, auth: person, tenancy: shared, returns: string }
          GET /terms: { id: none, does: Look, auth: person, tenancy: none, scope: none, returns: string }
          GET /public: { id: public, does: Look, auth: none, scope: none, returns: string }
        """#
}

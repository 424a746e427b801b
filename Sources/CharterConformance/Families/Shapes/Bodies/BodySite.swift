import CharterRuntime

/// A place in what an endpoint takes.
struct BodySite: Sendable {
    /// The deepest place that is looked at.
    private static let depth = 6

    let steps: [FieldPlace.Step]
    let schema: APIDescription.Schema
    /// Whether something must stand there.
    let isRequired: Bool

    /// The place as contracts and errors of this API write it: `applicant.email`.
    var place: String { FieldPlace.place(behind: steps) }

    /// Whether it stands in an object that is itself a field, through objects alone.
    var isInObject: Bool {
        steps.count > 1 && steps.allSatisfy { if case .member = $0 { true } else { false } }
    }

    /// All places in a value of a schema; of a list it is the first item, of a union the first type.
    static func all(in schema: APIDescription.Schema, of api: APIDescription) -> [BodySite] {
        sites(in: schema, of: api, at: [])
    }

    private static func sites(in schema: APIDescription.Schema, of api: APIDescription, at steps: [FieldPlace.Step]) -> [BodySite] {
        guard steps.count < depth, let resolved = api.resolved(schema)?.schema else { return [] }
        func site(_ step: FieldPlace.Step, _ schema: APIDescription.Schema, isRequired: Bool) -> [BodySite] {
            let inner = steps + [step]
            return [BodySite(steps: inner, schema: schema, isRequired: isRequired)] + sites(in: schema, of: api, at: inner)
        }
        switch resolved {
        case .object(let properties): return properties.flatMap { site(.member($0.name), $0.schema, isRequired: $0.isRequired) }
        case .list(let element, _, _): return site(.item(0), element, isRequired: false)
        case .map(let element, _): return site(.member("sample"), element, isRequired: false)
        case .union(_, let cases):
            guard let first = cases.first else { return [] }
            return sites(in: first.schema, of: api, at: steps)
        default: return []
        }
    }
}

import CharterRuntime

/// A place in what an endpoint takes.
struct BodySite: Sendable {
    /// The deepest place that is looked at.
    private static let depth = 6

    let steps: [FieldPlace.Step]
    /// The types of unions on the way to it that are not the first ones, each with its place and the value that has to stand there.
    var variants: [Variant] = []
    /// The first types of unions on the way to it: where a known body has another one, it gets this one.
    var firsts: [Variant] = []
    let schema: APIDescription.Schema
    /// Whether something must stand there.
    let isRequired: Bool

    /// The place as contracts and errors of this API write it: `applicant.email`.
    var place: String { FieldPlace.place(behind: steps) }

    /// The place, with the types of unions that are not the first ones: `origin(monitor).check`.
    var name: String {
        variants.reduce(place) { name, variant in
            let union = FieldPlace.place(behind: variant.steps)
            return name.hasPrefix(union) ? "\(union)(\(variant.tag))\(name.dropFirst(union.count))" : name
        }
    }

    /// A type of a union that has to stand at a place.
    struct Variant: Sendable {
        let steps: [FieldPlace.Step]
        let tag: String
        let value: JSONValue
        /// The member that has the tag.
        var member = ""
        /// Whether texts in it are made up, so that the value has the right form and perhaps names nothing.
        var isInvented = false
    }

    /// Whether something around it is made up: then nothing tells whether a good value is taken.
    var isInvented: Bool { variants.contains(where: \.isInvented) }

    /// Whether it stands in an object that is itself a field, through objects alone.
    var isInObject: Bool {
        steps.count > 1 && steps.allSatisfy { if case .member = $0 { true } else { false } }
    }

    /// All places in a value of a schema; of a list it is the first item.
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
        case .union(let tag, let cases):
            guard let first = cases.first else { return [] }
            // The member that tells them apart is tried in the first one.
            let others = cases.dropFirst().filter { !steps.isEmpty && $0.tag != first.tag }.flatMap { type -> [BodySite] in
                let known = api.sampleValue(of: type.schema)
                guard case .object(var members)? = known ?? api.sampleValue(of: type.schema, invents: true) else { return [] }
                members[tag] = .string(type.tag)
                let variant = Variant(steps: steps, tag: type.tag, value: .object(members), isInvented: known == nil)
                return sites(in: type.schema, of: api, at: steps).filter { $0.steps != steps + [.member(tag)] }.map { site in
                    var site = site
                    site.variants = [variant] + site.variants
                    return site
                }
            }
            guard case .object(var members)? = api.sampleValue(of: first.schema) else {
                return sites(in: first.schema, of: api, at: steps) + others
            }
            members[tag] = .string(first.tag)
            let variant = Variant(steps: steps, tag: first.tag, value: .object(members), member: tag)
            return others
                + sites(in: first.schema, of: api, at: steps).map { site in
                    var site = site
                    site.firsts = [variant] + site.firsts
                    return site
                }
        default: return []
        }
    }
}

import CharterRuntime
import CharterYAML

/// A form holds texts: its fields are scalars and enumerations, lists of them, and objects of such fields.
package struct BodyNotAForm: ContractRule {
    package static let name = "body-not-a-form"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let rules = contract.conventions.requests
        var seen: Set<SourceSpan> = []
        return contract.endpoints.flatMap { endpoint -> [Diagnostic] in
            guard let body = endpoint.takes, endpoint.media(rules?.value ?? .init()) != [.json] else { return [] }
            let notes = (endpoint.details.media?.span ?? rules?.span).map { [Diagnostic.Note("forms are taken here", at: $0)] } ?? []
            var walk = FormWalk(contract.typesByName)
            return walk.faults(of: body).filter { seen.insert($0.span).inserted }.map { fault in
                Self.diagnostic(fault.message, at: fault.span, notes: notes, help: fault.help)
            }
        }
    }
}

/// Walks a body through its fields and finds those that a form cannot have.
private struct FormWalk {
    struct Fault {
        var message: String
        var span: SourceSpan
        var help: String
    }

    private let types: [String: TypeDeclaration]
    /// The objects that were looked at, by the names that lead to them.
    private var seen: Set<String> = []

    init(_ types: [String: TypeDeclaration]) {
        self.types = types
    }

    mutating func faults(of body: TypeUse) -> [Fault] {
        switch types.form(of: body) {
        case nil: return []
        case .object(let fields) where !isNullable(body): return faults(of: fields)
        default:
            return [
                Fault(message: "a form has fields, and is never null", span: body.span, help: "name an object, or write 'media: [json]'")
            ]
        }
    }

    private mutating func faults(of fields: [Field]) -> [Fault] {
        var faults: [Fault] = []
        for field in fields { faults += self.faults(of: field) }
        return faults
    }

    private mutating func faults(of field: Field) -> [Fault] {
        switch types.form(of: field.type) {
        case .object(let fields) where !isNullable(field.type):
            // What is the matter with a named type is said once, however often it stands in others.
            if case .named(let name) = field.type.form, !seen.insert(name).inserted { return [] }
            return faults(of: fields)
        case .list(let item) where !isNullable(field.type) && isText(item) && !isNullable(item): return []
        case .enumeration, .constant, nil: return []
        case .named where isText(field.type): return []
        default:
            let words = "give it a scalar, an enumeration, a list of them, or an object of such fields"
            return [
                Fault(
                    message: "a form cannot have the field '\(field.name.value)' of this type",
                    span: field.type.span,
                    help: "\(words), or write 'media: [json]'; only scalars and enumerations may be null"
                )
            ]
        }
    }

    /// Whether a value of the type is one text.
    private func isText(_ use: TypeUse) -> Bool {
        switch types.form(of: use) {
        case .enumeration, .constant, nil: true
        case .named: types.scalar(of: use) != .any
        case .object, .list, .map, .union: false
        }
    }

    /// Whether the value may be null, be it by a type that it names.
    private func isNullable(_ use: TypeUse) -> Bool {
        var use = use
        for _ in 0...EndlessType.deepest {
            if use.isNullable { return true }
            guard case .named(let name) = use.form, let declaration = types[name] else { return false }
            use = declaration.type
        }
        return false
    }
}

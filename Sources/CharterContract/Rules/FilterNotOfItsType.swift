import CharterRuntime

/// What is asked for must be of a type that can stand so to the field.
package struct FilterNotOfItsType: ContractRule {
    package static let name = "filter-not-of-its-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        return contract.statedComparisons.compactMap { stated in
            guard let input = stated.input, let field = stated.field, !input.type.isUnreadable, !field.type.isUnreadable else { return nil }
            let (asked, own) = (ComparedType(input.type, types), ComparedType(field.type, types))
            let relation = stated.comparison.relation
            guard !relation.value.fits(asked, own) else { return nil }
            let fitting = APIDescription.Filter.Relation.allCases.filter { $0.fits(asked, own) }.map { "'\($0.rawValue)'" }
            return Self.diagnostic(
                "'\(field.name.value)' cannot be '\(relation.value.rawValue)' to what '\(input.name.value)' asks for",
                at: relation.span,
                help: fitting.isEmpty ? "compare it with a field of the same type" : "write \(fitting.inWords(conjunction: "or"))"
            )
        }
    }
}

/// A type as far as values of it can be compared.
private struct ComparedType {
    enum Kind {
        case number, flag, instant, day, text, word
    }

    /// Nil of what cannot be compared at all.
    let kind: Kind?
    let isList: Bool

    init(_ use: TypeUse, _ types: [String: TypeDeclaration]) {
        var element = use
        if case .list(let inner)? = types.form(of: use) { element = inner }
        if case .list? = types.form(of: use) { isList = true } else { isList = false }
        switch types.form(of: element) {
        case .enumeration, .constant: kind = .word
        case .named(let name):
            switch Scalar(rawValue: name) {
            case .string, .slug, .email, .uri, .uuid, .id: kind = .text
            case .integer, .number, .decimal: kind = .number
            case .timestamp: kind = .instant
            case .date: kind = .day
            case .boolean: kind = .flag
            case .any, nil: kind = nil
            }
        case .object, .list, .map, .union, nil: kind = nil
        }
    }

    var isText: Bool { kind == .text || kind == .word }
}

extension APIDescription.Filter.Relation {
    /// Whether a value of one type can stand so to what is asked for by another.
    fileprivate func fits(_ asked: ComparedType, _ own: ComparedType) -> Bool {
        guard let kind = own.kind, asked.kind != nil else { return false }
        let isSame = asked.kind == kind || asked.isText && own.isText
        let isSingle = !asked.isList && !own.isList
        switch self {
        case .equal: return isSame && isSingle
        case .any: return isSame && !isSingle
        case .all: return isSame && own.isList
        case .except: return isSame
        case .atLeast, .atMost, .above, .below:
            let isOrdered = isSame && [.number, .instant, .day].contains(kind)
            return isSingle && (isOrdered || (asked.kind == .day && kind == .instant))
        case .on: return isSingle && asked.kind == .day && kind == .instant
        case .contains, .starts: return isSingle && asked.kind == .text && kind == .text
        }
    }
}

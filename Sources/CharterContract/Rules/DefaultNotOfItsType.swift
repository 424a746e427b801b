/// A default is a value of its type, and stands for one that is left out; what a new thing has is a value of its type too.
package struct DefaultNotOfItsType: ContractRule {
    package static let name = "default-not-of-its-type"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let types = contract.typesByName
        let fit = ExampleFit(types: types)
        let parameters = contract.parameters.compactMap { field -> Diagnostic? in
            guard let value = field.defaultValue, case .list? = types.form(of: field.type) else { return nil }
            let help = "say in 'about:' what an absent list means"
            return Diagnostic(.error, "a parameter that is a list has no default", rule: Self.name, at: value.span, help: help)
        }
        let initials = contract.objectFields.compactMap { field -> Diagnostic? in
            guard let value = field.initialValue, let fault = fit.fault(of: value.value, as: field.type) else { return nil }
            let help = "give a value that the field can have"
            return Diagnostic(.error, "the initial value \(fault)", rule: Self.name, at: value.span, help: help)
        }
        return parameters + initials
            + (contract.objectFields + contract.parameters).compactMap { field in
                guard let value = field.defaultValue else { return nil }
                if !field.isOptional {
                    let message = "'\(field.name.value)' must be there, so nothing stands for it"
                    let help = "put a '?' behind the name, or remove 'default'"
                    return Diagnostic(.error, message, rule: Self.name, at: value.span, help: help)
                }
                guard let fault = fit.fault(of: value.value, as: field.type) else { return nil }
                let help = "give a value that the API would take"
                return Diagnostic(.error, "the default \(fault)", rule: Self.name, at: value.span, help: help)
            }
    }
}

extension Contract {
    /// The fields of every object that is written out anywhere.
    var objectFields: [Field] {
        typeUses.flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
    }
}

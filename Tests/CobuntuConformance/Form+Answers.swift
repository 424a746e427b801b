import CharterRuntime
import CobuntuModels

extension Form {
    /// Whether answers fit the form: each to one of its questions, none twice, and all that is required.
    func fits(_ answers: [Answer]) -> Bool {
        let keys = answers.map(\.key)
        return Set(keys).count == keys.count
            && Set(keys).isSubset(of: fields.map(\.key))
            && fields.allSatisfy { field in
                answers.first { $0.key == field.key }.map { field.takes($0.values) } ?? !field.required
            }
    }
}

extension FormField {
    /// Whether the values of an answer are what the question asks for.
    fileprivate func takes(_ values: [String]) -> Bool {
        switch kind {
        case .choices: Set(values).count == values.count && values.allSatisfy(isOption)
        case .choice: values.count == 1 && values.allSatisfy(isOption)
        default: values.count == 1 && values.allSatisfy(isText)
        }
    }

    private func isOption(_ value: String) -> Bool {
        options?.contains { $0.value == value } ?? false
    }

    private func isText(_ value: String) -> Bool {
        guard value.count <= maxLength ?? .max else { return false }
        return switch kind {
        case .text: !value.contains(where: \.isNewline)
        case .email: value.contains("@")
        case .link: value.contains(":")
        case .number: Double(value) != nil
        case .date: CalendarDate(value) != nil
        case .consent: value == "true"
        default: true
        }
    }
}

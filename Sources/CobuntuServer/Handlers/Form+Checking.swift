import CharterRuntime
import CharterServer
import CobuntuModels

extension Form {
    /// Makes sure that answers fit the form: each to one of its questions, none twice, and all that must be answered.
    ///
    /// - Throws: `refusal` with every fault of the answers.
    func check(_ answers: [Answer], orRefuse refusal: Refusal) throws {
        let faults = faults(in: answers)
        guard faults.isEmpty else {
            var refusal = refusal
            refusal.errors = faults
            throw refusal
        }
    }

    private func faults(in answers: [Answer]) -> [Problem.FieldFault] {
        let questions = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
        var answered: Set<String> = []
        var faults: [Problem.FieldFault] = []
        for (index, answer) in answers.enumerated() {
            let place = "answers[\(index)]"
            guard let question = questions[answer.key] else {
                faults.append(.init(field: "\(place).key", message: "is no question of the form"))
                continue
            }
            guard answered.insert(answer.key).inserted else {
                faults.append(.init(field: "\(place).key", message: "was answered before"))
                continue
            }
            if let message = question.fault(of: answer.values) { faults.append(.init(field: "\(place).values", message: message)) }
        }
        for question in fields where question.required && !answered.contains(question.key) {
            faults.append(.init(field: "answers", message: "must answer the question \(question.key)"))
        }
        return faults
    }
}

extension FormField {
    /// What keeps the values of an answer from being what the question asks for; nil if they are.
    fileprivate func fault(of values: [String]) -> String? {
        if kind == .choices {
            guard Set(values).count == values.count else { return "must not name an option twice" }
            return values.allSatisfy(isOption) ? nil : "must be values of the question's options"
        }
        guard values.count == 1, let value = values.first else { return "must be one text" }
        if let maxLength, value.unicodeScalars.count > maxLength { return "must have at most \(maxLength) characters" }
        return fault(of: value)
    }

    private func fault(of value: String) -> String? {
        switch kind {
        case .text: value.contains(where: \.isNewline) ? "must be one line" : nil
        case .email: value.fits(.email) ? nil : "must be an e-mail address"
        case .link: value.fits(.uri) ? nil : "must be an absolute URI"
        case .number: value.isJSONNumber ? nil : "must be a number as JSON has it"
        case .date: CalendarDate(value) == nil ? "must be a day such as 2026-10-03" : nil
        case .choice: isOption(value) ? nil : "must be the value of one of the question's options"
        case .consent: value == "true" ? nil : "must be the text true"
        case .paragraph, .choices, .unknown: nil
        }
    }

    private func isOption(_ value: String) -> Bool {
        options?.contains { $0.value == value } ?? false
    }
}

extension String {
    fileprivate func fits(_ format: APIDescription.StringFormat) -> Bool {
        APIDescription.cobuntu.faults(of: .string(self), against: .string(format: format)).isEmpty
    }

    fileprivate var isJSONNumber: Bool {
        guard let value = try? JSONCoding.decode(JSONValue.self, from: Array(utf8)), !hasBlanks else { return false }
        return switch value {
        case .integer, .number, .exact: true
        case .string, .boolean, .array, .object, .null: false
        }
    }

    /// Whether there is something around the number that JSON allows there.
    private var hasBlanks: Bool { contains(where: \.isWhitespace) }
}

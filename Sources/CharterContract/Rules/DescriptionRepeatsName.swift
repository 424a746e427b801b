/// A description that only says the name again tells its reader nothing.
package struct DescriptionRepeatsName: AdvisoryRule {
    package static let name = "description-repeats-name"

    package func check(_ contract: Contract) -> [Diagnostic] {
        let fields = contract.types.map(\.type).flatMap(\.withNested).flatMap { use -> [Field] in
            if case .object(let fields) = use.form { fields } else { [] }
        }
        let named = contract.types.map { ($0.name, $0.type) } + (fields + contract.parameters).map { ($0.name, $0.type) }
        return named.filter { Self.repeats($0.0.value, $0.1.about) }.map { name, _ in
            Self.diagnostic("the description of '\(name.value)' only repeats its name", at: name.span, help: "say what it means")
        }
    }

    private static func repeats(_ name: String, _ about: String?) -> Bool {
        // Few descriptions are as short as a name; of Unicode, a character has four bytes at most.
        guard let about, about.utf8.count(where: \.isLetterOfASCII) <= 4 * name.utf8.count else { return false }
        return IdentifierWords(name).kebab == IdentifierWords(about).kebab
    }
}

extension UInt8 {
    fileprivate var isLetterOfASCII: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
}

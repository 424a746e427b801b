/// A JSON value whose members keep their order, so that what is written from it is the same on every run and machine.
package indirect enum OrderedJSON: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// A number, as its JSON text.
    case number(String)
    case string(String)
    case array([OrderedJSON])
    case object([Member])

    /// A named value of an object.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: OrderedJSON

        package init(_ name: String, _ value: OrderedJSON) {
            self.name = name
            self.value = value
        }
    }

    /// The member of that name, if this is an object that has one.
    package subscript(name: String) -> OrderedJSON? {
        if case .object(let members) = self { members.first { $0.name == name }?.value } else { nil }
    }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
}

extension OrderedJSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    package init(arrayLiteral elements: OrderedJSON...) { self = .array(elements) }

    /// An object of these members; a nil value leaves its member out.
    package init(dictionaryLiteral elements: (String, OrderedJSON?)...) {
        self = .object(elements.compactMap { name, value in value.map { Member(name, $0) } })
    }
}

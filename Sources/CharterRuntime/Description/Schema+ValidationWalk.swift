/// Walks a value and its schema side by side and collects what does not fit.
///
/// The walk ends because the value does: types may name themselves, but every step into them also goes a step into the value.
struct SchemaWalk {
    let api: APIDescription
    let direction: APIDescription.Direction
    private(set) var faults: [Problem.FieldFault] = []

    init(api: APIDescription, direction: APIDescription.Direction) {
        self.api = api
        self.direction = direction
    }

    mutating func check(_ value: JSONValue, against schema: APIDescription.Schema, at path: String) {
        guard let (schema, isNullable) = api.resolved(schema) else {
            return report("cannot be checked: the API's description of its type is incomplete", at: path)
        }
        if schema == .any { return }
        if value == .null {
            if !isNullable { report("must not be null", at: path) }
            return
        }
        switch (schema, value) {
        case (.string(let format, let length, let pattern), .string(let text)):
            check(text, format: format, length: length, pattern: pattern, at: path)
        case (.integer(let range), _):
            check(value.wholeNumber, within: range, "a whole number within 64 bits", at: path)
        case (.number(let range), _):
            check(value.anyNumber, within: range, "a number", at: path)
        case (.exactNumber(let places, let range), .integer), (.exactNumber(let places, let range), .number):
            check(exact: value, places: places, within: range, at: path)
        case (.boolean, .boolean): break
        case (.constant(let expected), .string(let text)) where expected == text: break
        case (.decimal(let places, let range), .string(let text)):
            check(decimal: text, places: places, within: range, at: path)
        case (.enumeration(let texts, let isOpen), .string(let text)):
            if !texts.contains(text), direction == .request || !isOpen {
                report("must be one of \(texts.joined(separator: ", "))", at: path)
            }
        case (.object(let properties), .object(let members)):
            for property in properties { check(property, of: members, at: path) }
        case (.map(let element, let count), .object(let members)):
            if !count.contains(members.count) { report("must have \(count.phrase) members, found \(members.count)", at: path) }
            for (name, value) in members.sorted(by: { $0.key < $1.key }) {
                check(value, against: element, at: FieldPlace.member(name, of: path))
            }
        case (.union(let tagMember, let cases), .object(let members)):
            check(members[tagMember], among: cases, value, at: path, tagMember: tagMember)
        case (.list(let element, let count, let isUnique), .array(let values)):
            if !count.contains(values.count) { report("must have \(count.phrase) items, found \(values.count)", at: path) }
            if isUnique, Set(values).count < values.count { report("must have no item twice", at: path) }
            for (index, value) in values.enumerated() { check(value, against: element, at: FieldPlace.item(index, of: path)) }
        default:
            report("must be \(schema.phrase)", at: path)
        }
    }

    private mutating func check(_ property: APIDescription.Property, of members: [String: JSONValue], at path: String) {
        let place = FieldPlace.member(property.name, of: path)
        if let member = members[property.name] {
            check(member, against: property.schema, at: place)
        } else if property.isRequired {
            report("is required", at: place)
        }
    }

    /// Checks an object as the type that its tag says; a response may be of a type that a later version has added.
    private mutating func check(
        _ tag: JSONValue?,
        among cases: [APIDescription.UnionCase],
        _ value: JSONValue,
        at path: String,
        tagMember: String
    ) {
        let place = FieldPlace.member(tagMember, of: path)
        guard let tag else { return report("is required", at: place) }
        guard case .string(let text) = tag else { return report("must be text", at: place) }
        if let match = cases.first(where: { $0.tag == text }) {
            check(value, against: match.schema, at: path)
        } else if direction == .request {
            report("must be one of \(cases.map(\.tag).joined(separator: ", "))", at: place)
        }
    }

    private mutating func check(exact value: JSONValue, places: Int?, within range: APIDescription.Bounds<DecimalNumber>, at path: String) {
        guard let text = try? JSONCoding.encode(value), let number = ExactNumber(String(decoding: text, as: UTF8.self)) else {
            return report("must be a number of at most \(ExactNumber.maximumDigits) digits", at: path)
        }
        if let places, number.places > places {
            report("must have at most \(places) digits behind the point, found \(number.places)", at: path)
        }
        if !range.contains(number.decimal) { report("must be \(range.phrase), found \(number)", at: path) }
    }

    private mutating func check(decimal text: String, places: Int?, within range: APIDescription.Bounds<DecimalNumber>, at path: String) {
        guard let number = DecimalNumber(text) else { return report("must be a decimal number as text, such as 12.50", at: path) }
        let written = text.split(separator: ".").dropFirst().first?.count ?? 0
        if let places, written > places {
            report("must have at most \(places) digits behind the point, found \(written)", at: path)
        }
        if !range.contains(number) { report("must be \(range.phrase), found \(text)", at: path) }
    }

    private mutating func check(
        _ text: String,
        format: APIDescription.StringFormat,
        length: APIDescription.Bounds<Int>,
        pattern: String?,
        at path: String
    ) {
        let count = text.unicodeScalars.count
        if !length.contains(count) { report("must have \(length.phrase) characters, found \(count)", at: path) }
        if !format.allows(text, direction: direction) { report("must be \(format.phrase)", at: path) }
        // A text that is too long is not searched: its length alone would decide how long the search takes.
        guard let pattern, count <= length.maximum ?? .max else { return }
        guard let compiled = CompiledPattern.of(pattern) else {
            return report("cannot be checked: the API's description has a malformed pattern", at: path)
        }
        if !compiled.isFound(in: text) { report("must match the pattern \(pattern)", at: path) }
    }

    private mutating func check<Number: Comparable & Sendable & Hashable>(
        _ number: Number?,
        within range: APIDescription.Bounds<Number>,
        _ expected: String,
        at path: String
    ) {
        guard let number else { return report("must be \(expected)", at: path) }
        if !range.contains(number) { report("must be \(range.phrase), found \(number)", at: path) }
    }

    private mutating func report(_ message: String, at path: String) {
        faults.append(Problem.FieldFault(field: path, message: message))
    }
}

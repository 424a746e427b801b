import CharterRuntime

/// Finds out whether a value is of a type.
struct ExampleFit {
    let types: [String: TypeDeclaration]

    /// What keeps the value from being of the type, to follow "the example"; nil if nothing does.
    func fault(of value: OrderedJSON, as use: TypeUse) -> String? {
        if case .named(Scalar.any.rawValue) = use.form { return nil }
        if value == .null { return use.isNullable ? nil : "is null" }
        switch use.form {
        case .enumeration(let values):
            let words = values.map(\.text.value)
            guard let text = value.plainText, words.contains(text) else { return "is none of the values\(named(words, value.plainText))" }
            return nil
        case .list(let element):
            guard case .array(let elements) = value else { return "is no list" }
            return fault(ofNumber: Double(elements.count), within: use.count?.value, unit: " items")
                ?? elements.lazy.compactMap { fault(of: $0, as: element) }.first.map { "has an element that \($0)" }
        case .map(let element):
            guard case .object(let members) = value else { return "is no object" }
            return fault(ofNumber: Double(members.count), within: use.count?.value, unit: " members")
                ?? members.lazy.compactMap { fault(of: $0.value, as: element) }.first.map { "has a member that \($0)" }
        case .constant(let text): return value.plainText == text.value ? nil : "is not '\(text.value)'"
        case .object: return nil
        case .union(let tag, let cases):
            guard case .object = value else { return "is no object" }
            guard let text = value[tag.value]?.plainText, cases.contains(where: { $0.tag.value == text }) else {
                return "has in '\(tag.value)' no type of the union"
            }
            return nil
        case .named(let name):
            guard let scalar = Scalar(rawValue: name) else { return types[name].flatMap { fault(of: value, as: $0.type) } }
            return fault(of: value, as: scalar, use)
        }
    }

    /// The values of an enumeration behind the word for them: all where they are few, else the one that was most likely meant.
    private func named(_ words: [String], _ typed: String?) -> String {
        if words.count <= 6 { return " " + words.map { "'\($0)'" }.inWords(conjunction: "and") }
        return typed.flatMap { nearestName(to: $0, among: words) }.map { ", of which '\($0)' is the nearest" } ?? ""
    }

    private func fault(of value: OrderedJSON, as scalar: Scalar, _ use: TypeUse) -> String? {
        switch scalar {
        case .boolean:
            if case .boolean = value { return nil }
            return "is neither true nor false"
        case .number where use.isExact?.value == true:
            guard case .number(let digits) = value, let number = ExactNumber(digits) else { return "is no number of at most 1000 digits" }
            if let most = use.places?.value, number.places > most {
                return "has \(number.places) digits behind the point, more than \(most)"
            }
            return fault(of: number.decimal, within: use.range?.value)
        case .integer, .number:
            guard case .number(let digits) = value, let number = Double(digits), scalar == .number || Int64(digits) != nil else {
                return scalar == .number ? "is no number" : "is no whole number of 64 bits"
            }
            return fault(ofNumber: number, within: use.range?.value, unit: "")
        case .any: return nil
        case .decimal:
            guard let text = value.plainText, let number = DecimalNumber(text) else { return "is no decimal number such as 12.50" }
            let places = text.split(separator: ".").dropFirst().first?.count ?? 0
            if let most = use.places?.value, places > most { return "has \(places) digits behind the point, more than \(most)" }
            return fault(of: number, within: use.range?.value)
        case .id:
            guard let text = value.plainText, !text.isEmpty, !text.contains(where: \.isWhitespace) else { return "is no id" }
            guard let prefix = use.prefix?.value, !text.hasPrefix(prefix) || text == prefix else { return nil }
            return "does not begin with '\(prefix)' and go on behind it"
        case .string, .slug, .email, .uri, .uuid, .timestamp, .date:
            guard let text = value.plainText else { return "is no text" }
            if !scalar.allows(text) { return "is no \(scalar.rawValue)" }
            if let version = use.version?.value, !text.isUUID(ofVersion: version) { return "is no uuid of version \(version)" }
            if let fault = fault(ofNumber: Double(text.unicodeScalars.count), within: use.length?.value, unit: " characters") {
                return fault
            }
            guard let pattern = use.pattern?.value, let regex = try? Regex(pattern), text.firstMatch(of: regex) == nil else { return nil }
            return "does not match the pattern"
        }
    }

    private func fault(of number: DecimalNumber, within bounds: BoundsText?) -> String? {
        if let least = bounds?.minimum, let minimum = DecimalNumber(least), number < minimum { return "is below \(least)" }
        if let most = bounds?.maximum, let maximum = DecimalNumber(most), number > maximum { return "is above \(most)" }
        return nil
    }

    private func fault(ofNumber number: Double, within bounds: BoundsText?, unit: String) -> String? {
        if let least = bounds?.minimum, let minimum = Double(least), number < minimum { return "is below \(least)\(unit)" }
        if let most = bounds?.maximum, let maximum = Double(most), number > maximum { return "is above \(most)\(unit)" }
        return nil
    }
}

extension OrderedJSON {
    /// The text of a scalar; a plain `42` is text where text is expected.
    package var plainText: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .boolean(let value): String(value)
        case .null, .array, .object: nil
        }
    }
}

extension String {
    /// Whether a UUID has this version and the variant of RFC 9562 §4.1.
    fileprivate func isUUID(ofVersion version: Int) -> Bool {
        let groups = split(separator: "-")
        return groups.count == 5 && groups[2].first == Character(String(version)) && groups[3].first.map { "89ab".contains($0) } == true
    }
}

extension Scalar {
    /// Whether a text has the form of this type; for calendars and addresses a first look, which the runtime takes further.
    fileprivate func allows(_ text: String) -> Bool {
        switch self {
        case .uuid: text.wholeMatch(of: Self.uuidForm) != nil
        case .timestamp: text.wholeMatch(of: Self.timestampForm) != nil
        case .date: text.wholeMatch(of: Self.dateForm) != nil
        case .slug: text.wholeMatch(of: Self.slugForm) != nil
        case .email: text.wholeMatch(of: Self.emailForm) != nil
        case .uri: text.wholeMatch(of: Self.uriForm) != nil
        case .string, .id, .integer, .number, .decimal, .boolean, .any: true
        }
    }

    // A literal inside the function would be parsed for each example. They never change.
    nonisolated(unsafe) private static let uuidForm = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/
    nonisolated(unsafe) private static let timestampForm = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)/
    nonisolated(unsafe) private static let dateForm = /\d{4}-\d\d-\d\d/
    nonisolated(unsafe) private static let slugForm = /[a-z0-9]+(-[a-z0-9]+)*/
    nonisolated(unsafe) private static let emailForm = /[^@\s]+@[^@\s]+/
    nonisolated(unsafe) private static let uriForm = /[A-Za-z][A-Za-z0-9+.\-]*:\S+/
}

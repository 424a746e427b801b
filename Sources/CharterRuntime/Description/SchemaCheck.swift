/// Reads a JSON text and its schema side by side and collects what does not fit.
///
/// The reading ends because the text does: types may name themselves, but every step into them also goes a step into the text.
struct SchemaCheck {
    let api: APIDescription
    let strictness: APIDescription.BodyStrictness
    let scalars: ScalarCheck
    /// The first that were found, ``maximumFaults`` at most.
    private(set) var faults: [Fault] = []
    /// Whether the outermost object has a member that its schema names.
    var hasDocumentedMember = false

    /// The most faults that are told: each costs memory for its place, which may be far longer than the few bytes that have the fault.
    static let maximumFaults = 100

    /// What does not fit.
    struct Fault {
        /// The byte at which the value begins that has it.
        var offset: Int
        /// The member of that value that is meant; nil for the value itself.
        var member: String?
        var message: String
    }

    init(api: APIDescription, direction: APIDescription.Direction, strictness: APIDescription.BodyStrictness) {
        self.api = api
        self.strictness = strictness
        scalars = ScalarCheck(direction: direction)
    }

    /// Reads the next value.
    ///
    /// - Parameters:
    ///   - isTop: Whether it is what the whole text is about.
    ///   - tag: The member of a union that has led to this schema.
    /// - Throws: ``JSONFault`` where the text is not JSON.
    mutating func check(
        _ schema: APIDescription.Schema,
        _ json: inout JSONReader,
        isTop: Bool = false,
        tag: String? = nil
    ) throws(JSONFault) {
        let first = try json.next()
        let offset = json.position
        guard let (schema, isNullable) = api.resolved(schema) else {
            report("cannot be checked: the API's description of its type is incomplete", offset)
            return try json.skip()
        }
        if first == UInt8(ascii: "n") {
            if !isNullable, schema != .any { report("must not be null", offset) }
            return try json.skip()
        }
        switch schema {
        case .object(let properties) where first == UInt8(ascii: "{"):
            try checkObject(properties, &json, isTop: isTop, tag: tag)
        case .map(let element, let count) where first == UInt8(ascii: "{"):
            try checkMap(element, count, &json, isTop: isTop)
        case .union(let by, let cases) where first == UInt8(ascii: "{"):
            try checkUnion(by, cases, &json, isTop: isTop)
        case .list(let element, let count, let isUnique) where first == UInt8(ascii: "["):
            try checkList(element, count, isUnique: isUnique, &json)
        case .boolean where first == UInt8(ascii: "t") || first == UInt8(ascii: "f"):
            try json.skip()
        case .any:
            if isTop { hasDocumentedMember = try json.hasMembers() }
            try checkUnnamed(&json)
        case .integer(let range) where first.isFirstOfNumber:
            report(scalars.faults(of: try json.number().whole, within: range, "a whole number within 64 bits"), offset)
        case .number(let range) where first.isFirstOfNumber:
            try checkNumber(range, &json)
        case .exactNumber(let places, let range) where first.isFirstOfNumber:
            report(scalars.faults(ofExact: try json.exactNumber(), places: places, within: range), offset)
        case .string, .constant, .decimal, .enumeration:
            guard first == UInt8(ascii: "\"") else { fallthrough }
            report(scalars.faults(of: try json.text(), schema), offset)
        default:
            report("must be \(schema.phrase)", offset)
            try checkUnnamed(&json)
        }
    }

    private mutating func checkNumber(_ range: APIDescription.Bounds<Double>, _ json: inout JSONReader) throws(JSONFault) {
        let offset = json.position
        do throws(JSONFault) {
            report(scalars.faults(of: try json.double(), within: range, "a number"), offset)
        } catch {
            // The text is JSON all the same, and has been read.
            guard error.kind == .numberOutOfRange else { throw error }
            report(error.message, offset)
        }
    }

    mutating func report(_ message: String, _ offset: Int, member: String? = nil) {
        guard faults.count < Self.maximumFaults else { return }
        faults.append(Fault(offset: offset, member: member, message: message))
    }

    private mutating func report(_ messages: [String], _ offset: Int) {
        for message in messages { report(message, offset) }
    }
}

extension UInt8 {
    /// Whether a number of JSON can begin so.
    fileprivate var isFirstOfNumber: Bool { self == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

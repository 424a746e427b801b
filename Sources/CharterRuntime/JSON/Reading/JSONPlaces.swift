/// Finds out which values of a JSON text have certain bytes.
///
/// Readers know only how many bytes they have read: nothing has to be noted for a text without faults.
struct JSONPlaces: ~Copyable {
    private var json: JSONReader
    private let offsets: [Int]
    private var places: [String] = []

    /// The most objects and lists within each other of which places are told.
    static let maximumDepth = 512

    /// The places of the innermost values around bytes, as ``FieldPlace`` writes them: `events[3].startsAt`.
    ///
    /// - Parameters:
    ///   - offsets: The bytes, in ascending order.
    ///   - bytes: A text, which may be broken behind the last of them.
    ///   - path: The place of the whole text.
    static func places(of offsets: [Int], in bytes: UnsafeBufferPointer<UInt8>, at path: String = "") -> [String] {
        var walk = JSONPlaces(json: JSONReader(bytes, maximumDepth: maximumDepth), offsets: offsets)
        walk.walk(at: path)
        walk.assign(before: .max, path)
        return walk.places
    }

    private init(json: consuming JSONReader, offsets: [Int]) {
        self.json = json
        self.offsets = offsets
    }

    /// Goes past the next value; where it is broken, it has what is left.
    private mutating func walk(at path: String) {
        guard places.count < offsets.count else { return }
        do throws(JSONFault) {
            switch try json.next() {
            case UInt8(ascii: "{"): try walkMembers(at: path)
            case UInt8(ascii: "["): try walkItems(at: path)
            default: try json.skip()
            }
            assign(before: json.position, path)
        } catch {
            assign(before: .max, path)
        }
    }

    private mutating func walkMembers(at path: String) throws(JSONFault) {
        try json.open()
        if try json.close(UInt8(ascii: "}")) { return }
        repeat {
            let name = try json.memberName()
            _ = try json.next()
            assign(before: json.position, path)
            walk(at: FieldPlace.member(name, of: path))
        } while try goesOn(UInt8(ascii: "}"))
    }

    private mutating func walkItems(at path: String) throws(JSONFault) {
        try json.open()
        if try json.close(UInt8(ascii: "]")) { return }
        var index = 0
        repeat {
            _ = try json.next()
            assign(before: json.position, path)
            walk(at: FieldPlace.item(index, of: path))
            index += 1
        } while try goesOn(UInt8(ascii: "]"))
    }

    /// Whether the object or list goes on, and something is left to find.
    private mutating func goesOn(_ end: UInt8) throws(JSONFault) -> Bool {
        guard places.count < offsets.count else { return false }
        return try json.goesOn(end, "a comma or an end")
    }

    /// Gives a place to all bytes before an offset that have none.
    private mutating func assign(before end: Int, _ path: String) {
        while places.count < offsets.count, offsets[places.count] < end { places.append(path) }
    }
}

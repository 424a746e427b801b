/// Finds out which values of a JSON text have certain bytes.
///
/// Readers know only how many bytes they have read: nothing has to be noted for a text without faults. One walk finds all places; it takes time in
/// proportion to the text, however deep it is nested, and to the places' length.
struct JSONPlaces: ~Copyable {
    /// The most code points of a member's name in a place: whoever sends a text decides how long its names are, and a place is told for each fault.
    private static let nameLength = 100

    private var json: JSONReader
    private let offsets: [Int]
    private let path: String
    private var places: [String] = []
    /// What leads from the whole text into the value that is read.
    private var steps: [Step] = []

    private enum Step {
        /// To a member of an object, whose name begins at a byte.
        case member(name: Int)
        /// To an item of a list.
        case item(Int)
    }

    /// The places of the innermost values around bytes, as ``FieldPlace`` writes them: `events[3].startsAt`.
    ///
    /// What stands between values, such as the name of a member, belongs to the object or list that has it.
    ///
    /// - Parameters:
    ///   - offsets: The bytes, in ascending order.
    ///   - bytes: A text, which may be broken at or behind the last of them.
    ///   - path: The place of the whole text.
    static func places(of offsets: [Int], in bytes: UnsafeBufferPointer<UInt8>, at path: String = "") -> [String] {
        var walk = JSONPlaces(json: JSONReader(bytes, maximumDepth: .max), offsets: offsets, path: path)
        // Where the text is broken, the value that is open there has what is left.
        try? walk.walk()
        walk.assign(before: .max, to: walk.steps.count)
        return walk.places
    }

    private init(json: consuming JSONReader, offsets: [Int], path: String) {
        self.json = json
        self.offsets = offsets
        self.path = path
    }

    /// Goes through the text, until no byte is left to find.
    private mutating func walk() throws(JSONFault) {
        repeat {
            repeat {
                json.skipSpace()
                assign(before: json.position, to: steps.count - 1)
                guard try enter(json.next()) else { break }
            } while true
            assign(before: json.position, to: steps.count)
        } while try goOn()
    }

    /// Goes past a value, or into it where it has values itself; whether it has.
    private mutating func enter(_ first: UInt8) throws(JSONFault) -> Bool {
        switch first {
        case UInt8(ascii: "{"):
            try json.open()
            if try json.close(UInt8(ascii: "}")) { return false }
            try enterMember()
        case UInt8(ascii: "["):
            try json.open()
            if try json.close(UInt8(ascii: "]")) { return false }
            steps.append(.item(0))
        default:
            try json.skip()
            return false
        }
        return true
    }

    private mutating func enterMember() throws(JSONFault) {
        _ = try json.next()
        let name = json.position
        try json.skipName()
        steps.append(.member(name: name))
    }

    /// Goes from the end of a value to the next one, out of as many objects and lists as end there; whether there is one that matters.
    private mutating func goOn() throws(JSONFault) -> Bool {
        while places.count < offsets.count, let step = steps.popLast() {
            switch step {
            case .member:
                if try json.goesOn(UInt8(ascii: "}"), "a comma or }") {
                    try enterMember()
                    return true
                }
            case .item(let index):
                if try json.goesOn(UInt8(ascii: "]"), "a comma or ]") {
                    steps.append(.item(index + 1))
                    return true
                }
            }
            assign(before: json.position, to: steps.count)
        }
        return false
    }

    /// Gives the place behind the first so many steps to all bytes before an offset that have none.
    private mutating func assign(before end: Int, to stepCount: Int) {
        guard places.count < offsets.count, offsets[places.count] < end else { return }
        let place = place(behind: steps.prefix(max(stepCount, 0)))
        while places.count < offsets.count, offsets[places.count] < end { places.append(place) }
    }

    private mutating func place(behind steps: ArraySlice<Step>) -> String {
        let here = json.position
        defer { json.position = here }
        return FieldPlace.place(
            behind: steps.map { step in
                switch step {
                case .member(let name): .member(json.text(at: name).shortened(to: Self.nameLength))
                case .item(let index): .item(index)
                }
            },
            of: path
        )
    }
}

extension JSONReader {
    /// The text that begins at a byte, which has been read before.
    fileprivate mutating func text(at start: Int) -> String {
        position = start
        return (try? text()) ?? ""
    }
}

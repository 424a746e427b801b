import CharterRuntime

/// An object of a file, and where it stands.
struct FileEntry: Sendable {
    /// Where it stands in the file; empty for the whole.
    let place: String
    /// Its members.
    let members: [String: JSONValue]

    init(place: String, value: JSONValue) {
        self.place = place
        if case .object(let members) = value { self.members = members } else { members = [:] }
    }

    /// The place of one of its members.
    func place(of name: String) -> String { FieldPlace.member(name, of: place) }

    func text(_ name: String) -> String? {
        if case .string(let text)? = members[name] { text } else { nil }
    }

    func flag(_ name: String) -> Bool? {
        if case .boolean(let flag)? = members[name] { flag } else { nil }
    }

    func number(_ name: String) -> Int? {
        if case .integer(let number)? = members[name] { Int(number) } else { nil }
    }

    func id(_ name: String) -> UniqueID? { text(name).flatMap { UniqueID($0) } }

    func instant(_ name: String) -> Timestamp? { text(name).flatMap { Timestamp($0) } }

    /// The texts of a list; nil where there is none.
    func texts(_ name: String) -> [String]? {
        guard case .array(let values)? = members[name] else { return nil }
        return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
    }

    /// The objects of a list; nil where there is none.
    func entries(_ name: String) -> [FileEntry]? {
        guard case .array(let values)? = members[name] else { return nil }
        return values.enumerated().map { FileEntry(place: FieldPlace.item($0, of: place(of: name)), value: $1) }
    }

    /// A member that is of a type of the contract; nil where there is none.
    func value<Value: JSONReadable>(_ name: String, as type: Value.Type) throws -> Value? {
        try members[name].map { try JSONCoding.decode(type, from: JSONCoding.encode($0)) }
    }

    /// The entry as a type of the contract.
    ///
    /// - Parameters:
    ///   - said: What the service says of it.
    ///   - usual: What it has where the file does not say otherwise.
    func read<Value: JSONReadable>(
        as type: Value.Type,
        with said: [String: JSONValue],
        usually usual: [String: JSONValue] = [:]
    ) throws -> Value {
        let whole = usual.merging(members) { $1 }.merging(said) { $1 }
        return try JSONCoding.decode(type, from: JSONCoding.encode(JSONValue.object(whole)))
    }
}

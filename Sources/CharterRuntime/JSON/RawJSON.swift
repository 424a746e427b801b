/// The JSON that a value was read from.
public struct RawJSON: Hashable, Sendable {
    /// The UTF-8 bytes of the value, from its first to its last.
    public let bytes: [UInt8]

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The value as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension JSONMembers {
    /// What the object was read from, once it has been read to its end.
    public func rawJSON(_ json: borrowing JSONReader) -> RawJSON {
        RawJSON(bytes: Array(UnsafeBufferPointer(start: json.bytes + offset, count: json.position - offset)))
    }
}

/// Where models become JSON text and JSON text becomes models.
public enum JSONCoding {
    /// The most objects and lists within each other that are read, unless somebody says another number.
    public static let maximumDepth = 64

    /// The most objects and lists within each other that are ever read: each takes its share of a thread's stack.
    package static let depthBound = 512

    /// Writes a value as UTF-8 JSON.
    ///
    /// - Parameter fractionDigits: The digits behind the seconds of each instant, 0 to 9; nil for as many as it needs.
    /// - Throws: ``JSONFault`` for a value that JSON cannot hold, such as an infinite number, with its place; the offset is where the text would
    ///   have it.
    public static func encode(_ value: some JSONWritable, fractionDigits: Int? = nil) throws(JSONFault) -> [UInt8] {
        var capacity = 1_024
        while true {
            var (count, fault) = (0, JSONFault?.none)
            let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
                var writer = JSONWriter(buffer, fractionDigits: fractionDigits)
                value.write(to: &writer)
                count = writer.count
                fault = writer.fault
                filled = min(count, capacity)
            }
            if count <= capacity {
                if let fault { throw bytes.withUnsafeBufferPointer { fault.placed(in: $0) } }
                return bytes
            }
            capacity = count
        }
    }

    /// Reads a value from UTF-8 JSON (RFC 8259), without the mark of a byte order; of two members with one name the last one counts.
    ///
    /// - Parameter maximumDepth: The most objects and lists within each other, at most 512.
    /// - Throws: ``JSONFault`` if the bytes are not JSON, or not JSON of this shape; it says where.
    public static func decode<Value: JSONReadable>(
        _ type: Value.Type,
        from bytes: [UInt8],
        maximumDepth: Int = maximumDepth
    ) throws(JSONFault) -> Value {
        try read(bytes, maximumDepth: maximumDepth) { json throws(JSONFault) in try Value(from: &json) }
    }

    /// Reads the one value that a text has.
    package static func read<Value>(
        _ bytes: [UInt8],
        maximumDepth: Int,
        _ body: (inout JSONReader) throws(JSONFault) -> Value
    ) throws(JSONFault) -> Value {
        let result: Result<Value, JSONFault> = bytes.withUnsafeBufferPointer { buffer in
            do throws(JSONFault) {
                if let offset = UTF8Check.firstFault(in: buffer) { throw JSONFault(.invalidUTF8, at: offset) }
                var json = JSONReader(buffer, maximumDepth: min(maximumDepth, depthBound))
                let value = try body(&json)
                try json.finish()
                return .success(value)
            } catch {
                return .failure(error.placed(in: buffer))
            }
        }
        return try result.get()
    }
}

extension JSONFault {
    /// The fault with the place of its value, unless whoever found it has told the place.
    func placed(in bytes: UnsafeBufferPointer<UInt8>) -> JSONFault {
        guard path.isEmpty else { return self }
        var fault = self
        fault.path = JSONPlaces.places(of: [offset], in: bytes)[0]
        if case .missingMember(let name) = kind { fault.path = FieldPlace.member(name, of: fault.path) }
        return fault
    }
}

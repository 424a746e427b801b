extension JSONCoding {
    /// Writes a text into memory, as far as there is room.
    ///
    /// - Parameter fractionDigits: The digits behind the seconds of each instant, 0 to 9; nil for as many as it needs.
    /// - Returns: The bytes that the text has; where they are more than the memory has, nothing in it means anything.
    /// - Throws: ``JSONFault`` for a value that JSON cannot hold, such as an infinite number.
    package static func write(
        into memory: UnsafeMutableRawBufferPointer,
        fractionDigits: Int?,
        _ body: (inout JSONWriter) -> Void
    ) throws(JSONFault) -> Int {
        var writer = JSONWriter(memory.bindMemory(to: UInt8.self), fractionDigits: fractionDigits)
        body(&writer)
        if let fault = writer.fault {
            // Where there was room, the text tells the place.
            guard writer.count <= memory.count else { throw fault }
            throw fault.placed(in: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(memory.bindMemory(to: UInt8.self))[..<writer.count]))
        }
        return writer.count
    }
}

/// A handler gave a cursor that no URL should have.
struct CursorTooLong: Error, CustomStringConvertible {
    let byteCount: Int

    var description: String {
        "a cursor of \(byteCount) bytes was given; a handler's cursor has at most \(CursorSeal.maximumByteCount)"
    }
}

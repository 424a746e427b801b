extension String {
    /// Whether both texts have the same code points, as JSON compares them (RFC 8259 §8.3).
    ///
    /// `==` asks less: for it, two spellings of `é` are one.
    func hasSameBytes(as other: String) -> Bool {
        // Most texts differ, and `==` is quick to see it.
        guard self == other else { return false }
        let areSame = utf8.withContiguousStorageIfAvailable { bytes in
            other.utf8.withContiguousStorageIfAvailable { bytes.count == $0.count && bytes.elementsEqual($0) }
        }
        return areSame.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
    }

    /// The text, or of a longer one so many code points and `…`.
    func shortened(to count: Int) -> String {
        guard let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex else { return self }
        return self[..<end] + "…"
    }
}

extension StaticString {
    /// Whether it has the same code points as another text.
    func isSpelled(_ text: String) -> Bool {
        text.utf8.elementsEqual(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount))
    }
}

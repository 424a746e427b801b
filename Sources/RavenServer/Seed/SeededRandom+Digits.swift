import CharterService

extension SeededRandom {
    /// Digits, the first of which is not 0.
    mutating func digits(_ count: Int) -> String {
        (0..<count).map { String(number(($0 == 0 ? 1 : 0)...9)) }.joined()
    }
}

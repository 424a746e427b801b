/// Why ``SwiftScanner`` cannot read on.
struct UnreadableSwift: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

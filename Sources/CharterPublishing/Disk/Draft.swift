import Foundation

/// The hidden name under which a file or a folder is prepared beside its place.
enum Draft {
    private static let mark = ".draft-"

    /// A path beside another that nobody else uses.
    static func path(beside path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = ".\(parts.last ?? "")\(mark)\(UUID().uuidString)"
        return (parts.dropLast().map(String.init) + [name]).joined(separator: "/")
    }

    /// Whether a name is one that ``path(beside:)`` makes.
    static func isDraft(_ name: String) -> Bool {
        guard name.hasPrefix("."), let range = name.range(of: mark, options: .backwards) else { return false }
        return UUID(uuidString: String(name[range.upperBound...])) != nil
    }
}

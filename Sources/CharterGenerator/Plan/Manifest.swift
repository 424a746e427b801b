import CharterContract
import Foundation

/// The list of what was generated in a folder, kept in the folder itself.
///
/// It tells files that were generated once from files that someone else put there: only the first are ever deleted.
struct Manifest {
    /// Its path below the folder.
    static let path = "manifest.json"

    var files: [String]

    init(files: [String]) {
        self.files = files.sorted()
    }

    /// Reads a manifest.
    ///
    /// - Throws: ``GenerationFault`` if it is damaged or names a path outside its folder.
    init(_ bytes: [UInt8], file: String) throws(GenerationFault) {
        struct Contents: Decodable {
            var manifest: Int
            var files: [String]
        }
        let help = "take the committed one back, or delete it"
        guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)), contents.manifest == 1 else {
            throw GenerationFault("\(file) is no manifest of Charter: \(help)", kind: .finding)
        }
        for path in contents.files where !Self.isInside(path) {
            throw GenerationFault("\(file) lists '\(path)', which is not inside its folder: \(help)", kind: .finding)
        }
        files = contents.files
    }

    var text: String {
        OrderedJSON.object([
            OrderedJSON.Member("manifest", 1),
            OrderedJSON.Member("files", .array(files.map(OrderedJSON.string))),
        ]).prettyText
    }

    private static func isInside(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return !path.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }
}

import CharterContract
import Foundation

/// What every `index.json` has in common: that of an API's releases, and that of all APIs.
enum IndexFile {
    static let name = "index.json"

    /// The number of the format, the member `index`: a reader that does not know it goes no further.
    private static let format = 1

    private struct Head: Decodable { var index: Int }

    /// The text of an index; a nil value leaves its member out.
    static func bytes(_ members: KeyValuePairs<String, OrderedJSON?>) -> [UInt8] {
        let rest = members.compactMap { name, value in value.map { OrderedJSON.Member(name, $0) } }
        return Array(OrderedJSON.object([OrderedJSON.Member("index", .number(String(format)))] + rest).prettyText.utf8)
    }

    /// Reads an index; nil if it is damaged, of another format, or of something else.
    static func contents<Contents: Decodable>(of bytes: [UInt8], as type: Contents.Type) -> Contents? {
        let data = Data(bytes)
        guard (try? JSONDecoder().decode(Head.self, from: data))?.index == format else { return nil }
        return try? JSONDecoder().decode(type, from: data)
    }

    static func isJSON(_ bytes: [UInt8]) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
    }
}

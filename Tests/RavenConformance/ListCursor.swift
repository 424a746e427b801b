import CharterRuntime
import CharterServer

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The last item of a page, as a text that only the server can read or make.
///
/// It names the item by its position and not by its number, so that what comes to the list or leaves it meanwhile makes no other item
/// stand twice or nowhere. A seal keeps it from being changed, or taken to another list.
struct ListCursor: Sendable {
    /// The name of the list and of whom it belongs to.
    let list: String
    let last: ListPosition

    private static let secret = "known to the server alone"

    init(list: String, last: ListPosition) {
        self.list = list
        self.last = last
    }

    /// Reads a cursor; nil for a text that no page of this list gave.
    init?(_ text: String, of list: String) {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        guard let data = Data(base64Encoded: plain + padding) else { return nil }
        let parts = String(decoding: data, as: UTF8.self).split(separator: "|").map(String.init)
        guard parts.count == 4, let createdAt = Timestamp(parts[1]), let id = UniqueID(parts[2]) else { return nil }
        self.init(list: parts[0], last: ListPosition(createdAt: createdAt, id: id))
        guard self.list == list, self.text == text else { return nil }
    }

    /// The cursor as it is sent, fit for a URL.
    var text: String {
        let content = "\(list)|\(last.createdAt)|\(last.id)"
        let seal = KeyHash(of: Self.secret + content).bytes.prefix(8).map { String($0, radix: 16) }.joined()
        let encoded = Data("\(content)|\(seal)".utf8).base64EncodedString()
        return encoded.replacing("+", with: "-").replacing("/", with: "_").filter { $0 != "=" }
    }
}

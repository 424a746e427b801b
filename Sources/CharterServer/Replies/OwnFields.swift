import CharterRuntime
import HTTPTypes

/// The header fields that an endpoint documents itself, and whose texts its handler tells.
struct OwnFields: Sendable {
    private let endpoint: String
    private let fields: [(text: String, name: HTTPField.Name?, isList: Bool)]

    init(_ endpoint: APIDescription.Endpoint, in api: APIDescription) {
        self.endpoint = endpoint.id
        fields = endpoint.success.headers.map { ($0.name, HTTPField.Name($0.name), api.element(ofListIn: $0.schema) != nil) }
    }

    /// Adds the fields whose texts are told by name.
    ///
    /// - Throws: ``UnwritableHeader``
    func add(_ texts: [String: [String]], to reply: inout HTTPFields) throws {
        for field in fields {
            guard let texts = texts[field.text] else { continue }
            let text = texts.joined(separator: ", ")
            guard let name = field.name, HTTPField.isValidValue(text),
                field.isList ? !texts.contains(where: { $0.contains(",") || $0.isEmpty }) : texts.count == 1
            else { throw UnwritableHeader(name: field.text, endpoint: endpoint) }
            reply[name] = text
        }
    }
}

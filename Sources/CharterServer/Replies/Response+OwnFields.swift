import CharterRuntime
import HTTPTypes
import Hummingbird

extension Response {
    /// The reply with header fields that its endpoint documents, whose texts are told by name.
    ///
    /// - Throws: ``UnwritableHeader``
    func adding(_ texts: [String: [String]], of endpoint: APIDescription.Endpoint, in api: APIDescription) throws -> Response {
        var response = self
        for parameter in endpoint.success.headers {
            guard let texts = texts[parameter.name] else { continue }
            let isList = api.element(ofListIn: parameter.schema) != nil
            let text = texts.joined(separator: ", ")
            guard let name = HTTPField.Name(parameter.name), HTTPField.isValidValue(text),
                isList ? !texts.contains(where: { $0.contains(",") || $0.isEmpty }) : texts.count == 1
            else { throw UnwritableHeader(name: parameter.name, endpoint: endpoint.id) }
            response.headers[name] = text
        }
        return response
    }
}

import AsyncHTTPClient
import HTTPTypes
import NIOHTTP1

extension HTTPClientRequest {
    init(_ request: HTTPRequest, body: [UInt8]) {
        self.init(url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")")
        method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headerFields { headers.add(name: field.name.rawName, value: field.value) }
        if !body.isEmpty { self.body = .bytes(body) }
    }
}

extension HTTPResponse {
    init(_ response: HTTPClientResponse) {
        var fields = HTTPFields()
        for (name, value) in response.headers {
            // What is no name in HTTP cannot be asked for either.
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        self.init(status: Status(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase), headerFields: fields)
    }
}

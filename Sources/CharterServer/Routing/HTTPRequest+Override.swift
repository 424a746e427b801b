import CharterRuntime
import HTTPTypes

extension HTTPRequest {
    /// The method that a request means: that in a header field where a `POST` has one, for clients that can send no other.
    ///
    /// - Throws: ``Refusal`` (400) for anything but `PUT`, `PATCH` and `DELETE`, which are what a `POST` can stand for.
    func method(overriddenBy header: String?) throws -> Method {
        guard let header, method == .post, let name = HTTPField.Name(header), let text = headerFields[name] else { return method }
        guard let meant = [Method.put, .patch, .delete].first(where: { $0.rawValue == text.uppercased() }) else {
            throw Refusal.invalidParameter([
                .init(field: ParameterPlace.header.field(header), message: "must be one of PUT, PATCH, DELETE")
            ])
        }
        return meant
    }
}

import HTTPTypes

extension HTTPFields {
    /// Sets a field whose name and value come from outside.
    ///
    /// - Throws: ``UnsendableRequest/headerName(_:)``, ``UnsendableRequest/headerValue(_:)``
    package mutating func set(_ name: String, _ value: String) throws(UnsendableRequest) {
        guard let fieldName = HTTPField.Name(name) else { throw .headerName(name) }
        guard HTTPField.isValidValue(value) else { throw .headerValue(name) }
        self[fieldName] = value
    }
}

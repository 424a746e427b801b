import HTTPTypes

extension APIDescription {
    /// The texts of a documented header field; nil where a message has no such field.
    ///
    /// Those of a list stand in one field or in several, and empty ones do not count (RFC 9110 §5.3, §5.6.1).
    package func texts(of parameter: Parameter, in fields: HTTPFields) -> [String]? {
        guard let values = HTTPField.Name(parameter.name).map({ fields[values: $0] }), !values.isEmpty else { return nil }
        guard element(ofListIn: parameter.schema) != nil else { return values }
        return values.flatMap { $0.split(separator: ",") }.map { $0.withoutBlanks }.filter { !$0.isEmpty }
    }
}

extension Substring {
    /// The text without spaces and tabs around it (RFC 9110 §5.6.3).
    fileprivate var withoutBlanks: String {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return String(rest)
    }
}

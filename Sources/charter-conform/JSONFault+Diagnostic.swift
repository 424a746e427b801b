import CharterContract
import CharterRuntime
import CharterYAML

extension JSONFault {
    /// What keeps a file from being read as fixtures, with its place and how to mend it.
    func diagnostic(in source: SourceText) -> Diagnostic {
        let span = SourceSpan(file: source.file, at: source.position(ofByte: offset))
        let place = path.isEmpty ? "the file" : "'\(path)'"
        return switch kind {
        // The path ends with the name that is missing.
        case .missingMember(let name):
            Diagnostic(.error, "there is no '\(name)' in this object", rule: "fixture-unreadable", at: span, help: Self.mend(name))
        case .endOfText:
            Diagnostic(.error, "\(place) \(message)", rule: "fixture-unreadable", at: span, help: "close what is open here")
        default: Diagnostic(.error, "\(place) \(message)", rule: "fixture-unreadable", at: span)
        }
    }

    /// What to write for a member that is missing.
    private static func mend(_ name: String) -> String {
        let example =
            switch name {
            case "fixtures": "1"
            case "baseURL": #""http://127.0.0.1:8080/v1""#
            case "tenants": #"["red", "blue"]"#
            case "credentials", "scopes": "[]"
            case "parameters": "{}"
            default: #""…""#
            }
        return #"add "\#(name)": \#(example)"#
    }
}

import CharterContract
import CharterYAML
import Testing

@testable import CharterPublishing

/// A release that no contract had to be written for.
func release(_ api: String, _ version: String, _ document: String? = nil) throws -> Release {
    let file = "spec/\(api).yaml"
    let place = { (line: Int) in SourceSpan(file: file, at: SourcePosition(line: line, column: 10)) }
    return Release(
        api: Located(api, at: place(2), isAssumed: false),
        version: Located(try #require(ReleaseVersion(rawValue: version)), at: place(4), isAssumed: false),
        document: Array((document ?? "{\n  \"info\": {\n    \"title\": \"\(api) \(version)\"\n  }\n}\n").utf8)
    )
}

/// A release of the API `Shop`.
func release(_ version: String) throws -> Release {
    try release("Shop", version)
}

/// The rules, and the files, that a publication is refused for.
func refusals(_ publish: () throws -> Void) throws -> [String] {
    do {
        try publish()
        return []
    } catch let fault as PublicationFault {
        guard case .refused(let refusals) = fault else { throw fault }
        return refusals.map { refusal in
            switch refusal {
            case .contract(let diagnostic): "\(diagnostic.span.file):\(diagnostic.span.start.line) \(diagnostic.rule)"
            case .folder(let message): message
            }
        }
    }
}

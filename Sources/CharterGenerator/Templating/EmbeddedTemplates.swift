import CharterTemplates

/// The templates that the executable carries inside itself, by their path below `Templates/`.
package enum EmbeddedTemplates {
    package static let all: [String: String] = {
        var templates: [String: String] = [:]
        for index in 0..<charter_template_count() {
            let template = charter_template(index)
            let bytes = UnsafeRawBufferPointer(start: template.bytes, count: Int(template.size))
            templates[String(cString: template.path)] = String(decoding: bytes, as: UTF8.self)
        }
        return templates
    }()
}

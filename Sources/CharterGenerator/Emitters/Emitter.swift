import CharterContract

/// A file that was made in memory, with its path below `Generated/<Api>/`.
package struct GeneratedFile: Hashable, Sendable {
    package var path: String
    package var contents: String

    package init(path: String, contents: String) {
        self.path = path
        self.contents = contents
    }
}

/// Makes the files of one kind from an API.
///
/// Nothing is written to a disk here.
package protocol Emitter {
    /// - Throws: ``TemplateFault`` if a template cannot be used.
    func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile]
}

/// Every emitter there is.
package struct Emitters {
    private let templates: TemplateLibrary

    package init(templates: TemplateLibrary) {
        self.templates = templates
    }

    /// All files of an API, sorted by path.
    package func files(for api: ResolvedAPI) throws(TemplateFault) -> [GeneratedFile] {
        let emitters: [any Emitter] = [
            ModelsEmitter(templates: templates),
            DescriptionEmitter(templates: templates),
            ClientEmitter(templates: templates),
            ServerEmitter(templates: templates),
            ConformanceEmitter(templates: templates),
            OpenAPIEmitter(),
        ]
        var files: [GeneratedFile] = []
        for emitter in emitters { files += try emitter.files(for: api) }
        return files.sorted { $0.path < $1.path }
    }
}

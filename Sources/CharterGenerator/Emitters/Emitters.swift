import CharterContract
import CharterOpenAPI

/// Every emitter there is, and the two ways to lay out what they make.
package struct Emitters: Sendable {
    private static let all: [any Emitter] = [
        ModelsEmitter(), ReplyEmitter(), DescriptionEmitter(), ClientEmitter(), ServerEmitter(), DocumentEmitter(), ConformanceEmitter(),
    ]

    private let templates: TemplateLibrary

    package init(templates: TemplateLibrary) {
        self.templates = templates
    }

    /// What an API becomes, a file for each declaration: for people to read, and so that a small change is a small difference.
    ///
    /// - Returns: the files, sorted by path below the folder of the API.
    /// - Throws: ``TemplateFault`` if a template cannot be used.
    package func files(for api: ResolvedAPI, as emission: Emission) throws(TemplateFault) -> [GeneratedFile] {
        let job = APIEmission(api: api, emission: emission, templates: templates)
        var files: [GeneratedFile] = []
        // The document is the largest file by far: while it is made, no other is held.
        if emission.parts.contains(.openapi) {
            files.append(GeneratedFile(path: Self.path(of: .openapi), contents: OpenAPIDocument(api).text))
        }
        for part in GenerationSettings.Part.allCases where emission.parts.contains(part) {
            files += try sources(of: part, for: job).concurrentMap { source throws(TemplateFault) in
                let text = try text(of: [source], origin: api.name, access: emission.access)
                return GeneratedFile(path: source.path, contents: text)
            }
        }
        return files.sorted { $0.path < $1.path }
    }

    /// What some APIs become in one module, a file for each part: for builds, which must know the files before a contract is read.
    ///
    /// - Returns: always the same files; those of parts that are not emitted are empty.
    /// - Throws: ``TemplateFault`` if a template cannot be used, ``NameClash`` if two APIs do not fit into one module, ``GenerationFault``
    ///   if one document would have to describe several.
    package func filesByPart(for apis: [ResolvedAPI], as emission: Emission) throws -> [GeneratedFile] {
        let jobs = apis.map { APIEmission(api: $0, emission: emission, templates: templates) }
        var names = ModuleNames()
        return try GenerationSettings.Part.allCases.map { part in
            let path = Self.path(of: part)
            guard emission.parts.contains(part) else { return GeneratedFile(path: path, contents: "") }
            if part == .openapi { return GeneratedFile(path: path, contents: try document(of: apis)) }
            let sources = try jobs.flatMap { job in
                let sources = try self.sources(of: part, for: job)
                try names.declare(sources.flatMap(\.declares), for: job.api.name)
                return sources
            }
            let origin = apis.map(\.name).inWords(conjunction: "and")
            return GeneratedFile(path: path, contents: try text(of: sources, origin: origin, access: emission.access))
        }
    }

    private static func path(of part: GenerationSettings.Part) -> String {
        part == .openapi ? "openapi.json" : part.rawValue.capitalizedFirst + ".swift"
    }

    private func sources(of part: GenerationSettings.Part, for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        var sources: [SwiftSource] = []
        for emitter in Self.all where emitter.part == part { sources += try emitter.sources(for: job) }
        return sources
    }

    private func text(
        of sources: [SwiftSource],
        origin: String,
        access: GenerationSettings.Access
    ) throws(TemplateFault) -> String {
        var imports = SwiftImports()
        for source in sources { imports.formUnion(source.imports) }
        let view = SwiftFileView(imports: imports.lines(access: access), declarations: sources.map(\.text))
        return try templates.render("File", view, in: CommonView(api: origin, access: access, isCodable: false))
    }

    private func document(of apis: [ResolvedAPI]) throws(GenerationFault) -> String {
        guard let api = apis.first, apis.count == 1 else {
            let names = apis.map { "'\($0.name)'" }.inWords(conjunction: "and")
            throw GenerationFault("one openapi.json cannot describe \(names): leave 'openapi' out of 'emit:'", kind: .finding)
        }
        return OpenAPIDocument(api).text
    }
}

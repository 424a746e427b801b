import CharterContract
import CharterYAML
import Foundation

/// What the `charter.yaml` of a folder says; where there is none, what holds without it.
struct SettingsFile {
    /// The folder, from which the settings name files.
    let folder: String
    let settings: GenerationSettings
    /// The text, for the frames of diagnostics; nil without a file.
    let source: SourceText?

    /// Reads the settings of a folder, if it has some, and shows their faults.
    ///
    /// - Throws: ``Outcome/findings`` if they have errors.
    init(in folder: String, as place: SettingsPlace) throws {
        self.folder = folder
        let path = folder.path(to: GenerationSettings.fileName)
        guard FileManager.default.fileExists(atPath: path) else {
            settings = GenerationSettings()
            source = nil
            return
        }
        let source = try ContractFiles.read(path)
        let read = readSettings(source, in: place)
        Console.complain(DiagnosticRenderer(sources: [source], style: Console.errorStyle).render(read.diagnostics))
        guard let settings = read.settings else { throw Outcome.findings }
        self.settings = settings
        self.source = source
    }

    /// Shows faults of what the settings name.
    ///
    /// - Throws: ``Outcome/findings`` if there is one.
    func refuse(_ faults: [Diagnostic]) throws {
        guard !faults.isEmpty else { return }
        let renderer = DiagnosticRenderer(sources: source.map { [$0] } ?? [], style: Console.errorStyle)
        Console.complain(renderer.render(faults.uniqueByPlace()))
        throw Outcome.findings
    }

    /// A path as the settings write it, from where the command runs.
    func path(_ path: Located<String>) -> String {
        folder.path(to: path.value)
    }

    /// The contracts that are named but are no files.
    var missingContracts: [Diagnostic] {
        (settings.contracts ?? []).filter { !Self.isFile(path($0)) }.map { contract in
            Diagnostic(
                .error,
                "there is no file \(path(contract))",
                rule: "missing-contract",
                at: contract.span,
                help: "write its path from the folder of this file"
            )
        }
    }

    /// The folder of templates, if it is named but is no folder.
    var missingTemplates: [Diagnostic] {
        [settings.templates].compactMap(\.self).filter { !Self.isFolder(path($0)) }.map { templates in
            Diagnostic(
                .error,
                "there is no folder \(path(templates))",
                rule: "missing-templates",
                at: templates.span,
                help: "write its path from the folder of this file"
            )
        }
    }

    static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}

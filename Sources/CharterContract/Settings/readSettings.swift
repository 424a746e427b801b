import CharterYAML

/// Settings and what is wrong with them.
package struct ReadSettings: Sendable {
    /// The settings; nil where the file has errors.
    package var settings: GenerationSettings?
    /// What is wrong, by place.
    package var diagnostics: [Diagnostic]
}

/// Reads and checks a `charter.yaml`.
package func readSettings(_ source: SourceText, in place: SettingsPlace) -> ReadSettings {
    let yaml = parseYAML(source)
    var reader = ContractReader()
    reader.diagnostics = yaml.faults.map(Diagnostic.init)
    // As with contracts, nothing is said of what stands behind a fault of the text itself.
    let isReadable = yaml.faults.allSatisfy { $0.rule == "duplicate-key" }
    let settings = isReadable ? yaml.root.flatMap { reader.settings(MarkedNode($0, inheritedMark: false)) } : nil
    // A list whose words are mistyped is not the list that was meant.
    let faults = reader.diagnostics.isEmpty ? settings?.faults(in: place) ?? [] : []
    let diagnostics = (reader.diagnostics + faults).uniqueByPlace()
    return ReadSettings(settings: diagnostics.contains(where: \.isError) ? nil : settings, diagnostics: diagnostics)
}

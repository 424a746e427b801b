/// The text of a `manifest.json`.
struct ManifestContents: Codable {
    var manifest = 1
    var files: [String]
}

import Testing

/// A way in which the release 1.0.0 of `published/shop`, before 1.1.0, comes to differ from what was published.
enum PublishedDamage: String, CaseIterable, CustomTestStringConvertible {
    case edited, truncated, emptied
    case lineEndings = "line-endings"
    case missingDocument = "missing-document"
    case missingSums = "missing-sums"
    case editedSums = "edited-sums"
    case editedBoth = "edited-both"
    case missingFolder = "missing-folder"
    case emptyFolder = "empty-folder"
    case fileForFolder = "file-for-folder"
    case linkForDocument = "link-for-document"
    case addedFile = "added-file"

    var testDescription: String { rawValue }

    func make(in workspace: Workspace) throws {
        let folder = "published/shop/1.0.0"
        let (document, sums) = ("\(folder)/openapi.json", "\(folder)/SHA256SUMS")
        switch self {
        case .edited: try workspace.edit(document, "Shop API", "Shoppe API")
        case .truncated: try workspace.write(String(workspace.text(document).dropLast()), to: document)
        case .emptied: try workspace.write("", to: document)
        case .lineEndings: try workspace.edit(document, "\n", "\r\n")
        case .missingDocument: try workspace.delete(document)
        case .missingSums: try workspace.delete(sums)
        case .editedSums: try workspace.edit(sums, "  openapi.json", "")
        case .editedBoth:
            try workspace.write(workspace.text("published/shop/1.1.0/openapi.json"), to: document)
            try workspace.write(workspace.text("published/shop/1.1.0/SHA256SUMS"), to: sums)
        case .missingFolder: try workspace.delete(folder)
        case .emptyFolder:
            try workspace.delete(folder)
            try workspace.makeFolder(folder)
        case .fileForFolder:
            try workspace.delete(folder)
            try workspace.write("mine\n", to: folder)
        case .linkForDocument:
            try workspace.delete(document)
            try workspace.link(document, to: workspace.url("published/shop/openapi.json"))
        case .addedFile: try workspace.write("mine\n", to: "\(folder)/notes.txt")
        }
    }
}

import Testing

/// A way in which a generated folder comes to differ from its contract.
enum Drift: String, CaseIterable, CustomTestStringConvertible {
    case editedFile = "edited-file"
    case editedLastLine = "edited-last-line"
    case lineEndings = "line-endings"
    case lookAlikeLetters = "look-alike-letters"
    case emptiedFile = "emptied-file"
    case deletedFile = "deleted-file"
    case extraFile = "extra-file"
    case extraHiddenFile = "extra-hidden-file"
    case extraFileBelow = "extra-file-below"
    case extraLink = "extra-link"
    case changedContract = "changed-contract"
    case removedType = "removed-type"
    case deletedManifest = "deleted-manifest"
    case damagedManifest = "damaged-manifest"
    case editedManifest = "edited-manifest"

    var testDescription: String { rawValue }

    /// Whether `charter generate` takes it back: what nobody generated is only pointed at.
    var isMendedByGenerating: Bool {
        switch self {
        case .extraFile, .extraHiddenFile, .extraFileBelow, .extraLink, .damagedManifest: false
        default: true
        }
    }

    func make(in workspace: Workspace) throws {
        let keys = "Generated/Shop/Client/ShopKey.swift"
        let manifest = "Generated/Shop/manifest.json"
        switch self {
        case .editedFile: try workspace.edit(keys, "public let text: String", "public var text: String")
        case .editedLastLine: try workspace.write(String(workspace.text(keys).dropLast()), to: keys)
        case .lineEndings: try workspace.edit(keys, "\n", "\r\n")
        case .lookAlikeLetters: try workspace.edit("Generated/Shop/Models/Order.swift", "caf\u{E9}", "cafe\u{301}")
        case .emptiedFile: try workspace.write("", to: keys)
        case .deletedFile: try workspace.delete(keys)
        case .extraFile: try workspace.write("mine\n", to: "Generated/Shop/Notes.md")
        case .extraHiddenFile: try workspace.write("mine\n", to: "Generated/Shop/.notes")
        case .extraFileBelow: try workspace.write("mine\n", to: "Generated/Shop/Models/.more/deeper/Notes.md")
        case .extraLink: try workspace.link("Generated/Shop/Models/Link", to: workspace.folder)
        case .changedContract: try workspace.edit("spec/shop.yaml", "What a customer", "What somebody")
        case .removedType:
            try workspace.edit("spec/shop.yaml", "type: State", "type: string")
            try workspace.edit("spec/shop.yaml", "  State:\n    about: How far an order has come.\n    enum: [placed, sent]\n", "")
        case .deletedManifest: try workspace.delete(manifest)
        case .damagedManifest: try workspace.edit(manifest, "\"manifest\": 1,", "<<<<<<< HEAD")
        case .editedManifest: try workspace.edit(manifest, "    \"Client/ShopKey.swift\",\n", "")
        }
    }
}

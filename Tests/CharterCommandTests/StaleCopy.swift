import Testing

/// A way in which a file that follows from the releases is not what it should be.
enum StaleCopy: String, CaseIterable, CustomTestStringConvertible {
    case missing, emptied, garbage
    /// As it was before the latest release.
    case older
    case link

    var testDescription: String { rawValue }

    /// - Parameter old: the text of the file before the latest release.
    func make(_ path: String, old: String, in workspace: Workspace) throws {
        switch self {
        case .missing: try workspace.delete(path)
        case .emptied: try workspace.write("", to: path)
        case .garbage: try workspace.write("<<<<<<< HEAD\n" + workspace.text(path), to: path)
        case .older: try workspace.write(old, to: path)
        case .link:
            try workspace.write(workspace.text(path), to: "elsewhere.json")
            try workspace.delete(path)
            try workspace.link(path, to: workspace.url("elsewhere.json"))
        }
    }
}

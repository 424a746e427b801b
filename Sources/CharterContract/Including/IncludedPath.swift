/// The path of a contract's file or of a fragment, in a form in which equal files have equal paths.
struct IncludedPath: Hashable {
    /// The path as it is shown to the user: `spec/parts/types.yaml`.
    let text: String
    private let folder: String

    init(_ text: String) {
        self.text = text
        folder = text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    }

    /// A file that this one names; nil where it lies elsewhere than in the folder of this file or below it.
    ///
    /// The build looks again at files of YAML that are not hidden, so nothing else can be a part of a contract.
    func included(_ name: String) -> IncludedPath? {
        guard !name.hasPrefix("/"), name.hasSuffix(".yaml") || name.hasSuffix(".yml") else { return nil }
        let parts = name.split(separator: "/").filter { $0 != "." }
        guard !parts.isEmpty, parts.allSatisfy({ !$0.hasPrefix(".") && !$0.contains("\0") }) else { return nil }
        return IncludedPath(folder + parts.joined(separator: "/"))
    }
}

import CharterYAML

/// Reads a contract's file and the fragments that it includes as one tree, in which every value keeps its place.
struct FragmentReader {
    /// The most files that lead to one another: links that run in a circle would lead on for ever.
    static let deepest = 16

    private let read: SourceReader
    /// The files that were read, the contract's own first.
    private(set) var sources: [SourceText] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether every file is well-formed; else stand-ins would be taken for faults of the contract.
    private(set) var isReadable = true
    /// Where each file is included that is none of those being read.
    private var places: [String: SourceSpan] = [:]

    init(read: @escaping SourceReader) {
        self.read = read
    }

    /// The tree of a contract's own file, with what its fragments add at the end of each section.
    mutating func tree(of source: SourceText) -> YAMLNode? {
        guard let root = document(source) else { return nil }
        return including(root, from: [IncludedPath(source.file)])
    }

    /// - Parameter path: the files that led here, this one last.
    private mutating func including(_ root: YAMLNode, from path: [IncludedPath]) -> YAMLNode {
        guard let members = Members(MarkedNode(root, inheritedMark: false), of: "a contract"), let list = members["include"] else {
            return root
        }
        var reader = ContractReader()
        let names = reader.texts(list)
        diagnostics += reader.diagnostics
        // A contract that lacks a part would have faults that it does not have.
        if !reader.diagnostics.isEmpty { isReadable = false }
        var merge = TreeMerge(root)
        for name in names {
            guard let fragment = fragment(name, from: path) else {
                isReadable = false
                continue
            }
            merge.add(fragment)
        }
        diagnostics += merge.diagnostics
        return merge.root
    }

    private mutating func fragment(_ name: Located<String>, from path: [IncludedPath]) -> YAMLNode? {
        guard let including = path.last, let file = including.included(name.value) else {
            return refuse(
                "'\(name.value)' is no file that can be included",
                rule: "invalid-include",
                at: name,
                help: "name a .yaml file in the folder of this file or below it, without '..' and hidden folders"
            )
        }
        if path.contains(file) {
            return refuse("'\(file.text)' includes itself", rule: "include-cycle", at: name, help: "leave it out here")
        }
        if let other = places[file.text] {
            let note = Diagnostic.Note("it is included here too", at: other)
            return refuse("'\(file.text)' is included twice", rule: "included-twice", at: name, note: note, help: "leave it out once")
        }
        guard path.count < Self.deepest else {
            let message = "files include one another more than \(Self.deepest) deep"
            return refuse(message, rule: "include-depth", at: name, help: "include them higher up")
        }
        places[file.text] = name.span
        do {
            return fragmentTree(try read(file.text), path: path + [file])
        } catch {
            let help = "write its path from the folder of this file"
            return refuse("'\(file.text)' cannot be read: \(error.reason)", rule: "unreadable-include", at: name, help: help)
        }
    }

    private mutating func fragmentTree(_ source: SourceText, path: [IncludedPath]) -> YAMLNode? {
        guard let root = document(source) else { return nil }
        guard let members = Members(MarkedNode(root, inheritedMark: false), of: "a fragment") else {
            let message = "expected a map, found \(MarkedNode(root, inheritedMark: false).kindInWords)"
            diagnostics.append(Diagnostic(.error, message, rule: "wrong-type", at: root.span, help: "a fragment has keys of a contract"))
            return nil
        }
        if let charter = members["charter"] {
            let help = "remove 'charter:', or leave the file out of 'include:'"
            let message = "a fragment is no contract of its own"
            diagnostics.append(Diagnostic(.error, message, rule: "included-contract", at: charter.keySpan, help: help))
            return nil
        }
        return including(root, from: path)
    }

    /// The tree of one file, its faults noted.
    private mutating func document(_ source: SourceText) -> YAMLNode? {
        sources.append(source)
        let yaml = parseYAML(source)
        diagnostics += yaml.faults.map(Diagnostic.init)
        // A key that stands twice leaves no stand-in.
        if !yaml.faults.allSatisfy({ $0.rule == "duplicate-key" }) { isReadable = false }
        return yaml.root
    }

    private mutating func refuse(
        _ message: String,
        rule: String,
        at name: Located<String>,
        note: Diagnostic.Note? = nil,
        help: String
    ) -> YAMLNode? {
        diagnostics.append(Diagnostic(.error, message, rule: rule, at: name.span, notes: note.map { [$0] } ?? [], help: help))
        return nil
    }
}

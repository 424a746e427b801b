import CYAML

extension SourcePosition {
    /// libyaml counts lines and code points from 0.
    init(_ mark: yaml_mark_t) {
        self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

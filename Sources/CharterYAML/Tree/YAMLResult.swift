/// What reading a YAML text gave.
package struct YAMLResult: Sendable {
    /// The document; nil when it could not be read to its end.
    ///
    /// With faults it may lack what they speak of.
    package var root: YAMLNode?
    /// Every fault found, sorted by place; none for a sound document.
    package var faults: [YAMLFault]

    /// Makes a result.
    package init(root: YAMLNode?, faults: [YAMLFault]) {
        self.root = root
        self.faults = faults
    }
}

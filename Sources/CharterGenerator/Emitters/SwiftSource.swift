/// Declarations that belong together, before it is known in which file they stand.
struct SwiftSource {
    /// The path below `Generated/<Api>/` where each such piece has a file of its own.
    var path: String
    var imports: SwiftImports
    /// The names that are declared for the whole module.
    var declares: [String]
    /// The declarations themselves.
    var text: String
}

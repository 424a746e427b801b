/// A command works on what a database holds, and there is none.
struct NoDatabase: Error, Hashable, CustomStringConvertible {
    /// Where it should be.
    let path: String
    /// The commands that make one.
    let makers: [String]

    /// What is wrong, and how to mend it.
    var description: String {
        let names = makers.map { "'\($0)'" }
        let others = names.dropLast().joined(separator: ", ")
        let makers = ([others] + names.suffix(1)).filter { !$0.isEmpty }.joined(separator: " or ")
        return "there is no database '\(path)': say with --database where it is, or make one by \(makers)"
    }
}

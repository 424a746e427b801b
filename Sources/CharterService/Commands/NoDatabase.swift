/// A command works on what a database holds, and there is none.
struct NoDatabase: Error, Hashable, CustomStringConvertible {
    /// Where it should be.
    let path: String

    /// What is wrong, and how to mend it.
    var description: String { "there is no database '\(path)': say with --database where it is; 'serve' and 'seed' make a new one" }
}

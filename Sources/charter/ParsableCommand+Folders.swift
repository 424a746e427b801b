import ArgumentParser

extension ParsableCommand {
    /// An empty name is one that a script failed to fill in, and would stand for the working directory.
    ///
    /// - Throws: `ValidationError` for an empty name.
    func refuseNameless(_ folder: String?, as argument: String) throws {
        if folder?.isEmpty == true { throw ValidationError("\(argument) needs the name of a folder") }
    }
}

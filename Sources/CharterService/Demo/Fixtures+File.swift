import CharterRuntime

extension Fixtures {
    /// Writes the file that checkers read; it holds keys.
    ///
    /// - Throws: what keeps the file from being written.
    func write(to path: String) throws {
        let text = String(decoding: try JSONCoding.encode(self), as: UTF8.self)
        try SecretFile(path: path).replace(with: text + "\n")
    }
}

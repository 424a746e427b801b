extension String {
    /// The path of something in this folder: `a/b` in `a` and in `a/`, `b` where no folder is named.
    package func joining(_ path: String) -> String {
        isEmpty || hasSuffix("/") ? self + path : "\(self)/\(path)"
    }
}

/// What is measured of the command.
enum Step: String, CaseIterable {
    /// `generate` into a folder that is not there yet.
    case generate
    /// `generate` once more, with nothing to write.
    case again
    /// `generate --check`, with nothing that differs.
    case check
    /// `lint`.
    case lint

    var arguments: [String] {
        switch self {
        case .generate, .again: ["generate", "--quiet", "contract.yaml"]
        case .check: ["generate", "--quiet", "--check", "contract.yaml"]
        case .lint: ["lint", "--quiet", "contract.yaml"]
        }
    }
}

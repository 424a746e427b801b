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

    func arguments(contract: String, output: String) -> [String] {
        switch self {
        case .generate, .again: ["generate", "--quiet", contract, "--output", output]
        case .check: ["generate", "--quiet", "--check", contract, "--output", output]
        case .lint: ["lint", "--quiet", contract]
        }
    }
}

import ArgumentParser

/// The command that compares Charter's coding with that of Foundation.
@main
struct JSONCoders: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Compares how the same generated structs are read and written by JSONCoding and by JSONDecoder and JSONEncoder.",
        subcommands: [Compare.self, Repeat.self, Texts.self],
        defaultSubcommand: Compare.self
    )
}

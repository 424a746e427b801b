import Foundation
import Testing

/// The scripts of `charter --generate-completion-script`.
@Suite("Completions")
struct CompletionTests {
    @Test(
        "name every command and every flag, and know where contracts and folders belong",
        arguments: [
            ("bash", []),  // asked itself below
            ("zsh", ["_files -g '\\''*.yaml'\\''", "_files -/"]),
            ("fish", ["*.\\'yaml\\'", "-l 'output' -d 'The folder", "-rfa '(__charter_complete_directories)'"]),
        ]
    )
    func content(_ shell: String, _ places: [String]) async throws {
        let workspace = try Workspace()
        let run = try await workspace.charter("--generate-completion-script", shell)
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
        let commands = try await workspace.commands()
        #expect(commands.contains("generate") && commands.contains("lint"))
        for command in commands { #expect(run.output.contains(command), "\(command)") }
        // fish gives long options without their hyphens.
        for option in ["check", "output", "templates", "quiet", "version"] { #expect(run.output.contains(option), "\(option)") }
        for place in places { #expect(run.output.contains(place), "\(place)") }
    }

    @Test("are sound to bash")
    func syntax() async throws {
        let workspace = try Workspace()
        try workspace.write(try await workspace.charter("--generate-completion-script", "bash").output, to: "charter.bash")
        let run = try await workspace.bash("-n", "charter.bash")
        #expect(run.ending == .holds)
        #expect(run.errors.isEmpty)
    }

    @Test(
        "offer contracts and folders where they belong",
        arguments: [
            ("charter gen", ["generate"]),
            ("charter lint --q", ["--quiet"]),
            ("charter lint ", ["orders.yaml", "other", "spec"]),
            ("charter generate --check o", ["orders.yaml", "other"]),
            ("charter generate --output ", ["other", "spec"]),
            ("charter generate --templates o", ["other"]),
        ]
    )
    func offers(_ line: String, _ expected: [String]) async throws {
        let workspace = try Workspace()
        for file in ["orders.yaml", "spec/shop.yaml", "other.txt", "other/notes.txt"] { try workspace.write("", to: file) }
        try workspace.write(try await workspace.charter("--generate-completion-script", "bash").output, to: "charter.bash")
        // What bash hands to the function when somebody presses the tabulator.
        let asking = """
            COMP_LINE=$1
            source charter.bash
            IFS=' ' read -ra COMP_WORDS <<<"$COMP_LINE"
            [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
            COMP_POINT=${#COMP_LINE}
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _charter charter "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let run = try await workspace.bash("-c", asking, "bash", line)
        #expect(run.output.split(separator: "\n").sorted() == expected.map { Substring($0) })
    }

    @Test("of an unknown shell are wrong usage")
    func unknownShell() async throws {
        let run = try await Workspace().charter("--generate-completion-script", "csh")
        #expect(run.ending == .wrongUsage)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("bash"))
    }
}

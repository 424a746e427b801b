import Foundation
import GoldenFiles
import Testing

/// Each stream is asked on its own whether it is a terminal.
@Suite("Colours")
struct ColourTests {
    /// What has something to say on both streams.
    enum Occasion: String, CaseIterable, CustomTestStringConvertible {
        case errors, warnings, drift
        case faultyTemplate = "faulty-template"
        case missingFile = "missing-file"

        var testDescription: String { rawValue }

        var arguments: [String] {
            switch self {
            case .errors, .warnings: ["lint"]
            case .drift: ["generate", "--check"]
            case .faultyTemplate: ["generate", "--templates", "mine"]
            case .missingFile: ["lint", "missing.yaml"]
            }
        }

        /// Where its colours are.
        var colouredStreams: Set<CommandStream> {
            self == .drift ? [.output, .errors] : [.errors]
        }

        func workspace() async throws -> Workspace {
            let workspace = try Workspace("shop")
            switch self {
            case .errors: try workspace.edit("spec/shop.yaml", "scope: READ", "scope: REED")
            case .warnings: try workspace.edit("spec/shop.yaml", "      id: { type: uuid, about: Names the order. }", "      id: uuid")
            case .drift:
                // A removed line that looks like a heading once it has its mark.
                try await workspace.charter("generate")
                try workspace.edit("Generated/Shop/Client/ShopKey.swift", "    public let text: String", "-- public let text: String")
                try workspace.write("mine\n", to: "Generated/Shop/Notes.md")
            case .faultyTemplate: try workspace.write("{{nonsense}}\n", to: "mine/Client/Keys.swift.mustache")
            case .missingFile: break
            }
            return workspace
        }
    }

    @Test("are on the streams that lead to a terminal, and take nothing from the text", arguments: Occasion.allCases)
    func terminals(_ occasion: Occasion) async throws {
        let workspace = try await occasion.workspace()
        let plain = try await workspace.charter(occasion.arguments)
        #expect(!plain.output.hasEscapes && !plain.errors.hasEscapes)
        for streams in [[.output], [.errors], [.output, .errors]] as [Set<CommandStream>] {
            let run = try await workspace.charter(occasion.arguments, onTerminal: streams)
            #expect(run.ending == plain.ending)
            #expect(run.output.withoutEscapeSequences.utf8.elementsEqual(plain.output.utf8))
            #expect(run.errors.withoutEscapeSequences.utf8.elementsEqual(plain.errors.utf8))
            let coloured = streams.intersection(occasion.colouredStreams)
            #expect(run.output.hasEscapes == coloured.contains(.output), "\(streams)")
            #expect(run.errors.hasEscapes == coloured.contains(.errors), "\(streams)")
        }
    }

    @Test("are those written down", arguments: Occasion.allCases)
    func golden(_ occasion: Occasion) async throws {
        let run = try await occasion.workspace().charter(occasion.arguments, onTerminal: [.output, .errors])
        try GoldenFile("cases/colours/\(occasion.rawValue).txt").expect(run.transcript.withEscapesShown)
    }

    @Test("are left out where NO_COLOR or the terminal asks for it", arguments: [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["TERM": "dumb"]])
    func unwanted(_ environment: [String: String]) async throws {
        let workspace = try await Occasion.drift.workspace()
        let run = try await workspace.charter(Occasion.drift.arguments, onTerminal: [.output, .errors], environment: environment)
        let plain = try await workspace.charter(Occasion.drift.arguments)
        #expect(run.transcript == plain.transcript)
        #expect(!run.output.isEmpty && !run.errors.isEmpty)
    }

    @Test("are not left out for an empty NO_COLOR")
    func emptyRefusal() async throws {
        let workspace = try await Occasion.drift.workspace()
        let run = try await workspace.charter(Occasion.drift.arguments, onTerminal: [.output, .errors], environment: ["NO_COLOR": ""])
        #expect(run.output.hasEscapes && run.errors.hasEscapes)
    }

    @Test("cannot be written by a contract", arguments: [[], [.output, .errors]] as [Set<CommandStream>])
    func contract(_ streams: Set<CommandStream>) async throws {
        let workspace = try Workspace("shop")
        try workspace.edit("spec/shop.yaml", "scope: READ", #"scope: "\e[31mRED\x9b32m""#)
        let run = try await workspace.charter(["lint"], onTerminal: streams)
        #expect(run.ending == .findings)
        #expect(run.errors.contains("there is no scope '\u{FFFD}[31mRED\u{FFFD}32m'"))
    }

    @Test("cannot be written by a file that is compared, nor by a name", arguments: [[], [.output, .errors]] as [Set<CommandStream>])
    func files(_ streams: Set<CommandStream>) async throws {
        let workspace = try Workspace("shop")
        try await workspace.charter("generate")
        try workspace.edit("Generated/Shop/Client/ShopKey.swift", "public let text: String", "\u{1B}[8mhidden\r\u{9B}0m")
        try workspace.write("mine\n", to: "Generated/Shop/\u{1B}[8mNotes.md")
        try workspace.write("mine\n", to: "Generated/\u{1B}[8mNotes.md")
        let check = try await workspace.charter(["generate", "--check"], onTerminal: streams)
        #expect(check.output.contains("-    \u{FFFD}[8mhidden\u{FFFD}\u{FFFD}0m"))
        #expect(check.output.contains("Generated/Shop/\u{FFFD}[8mNotes.md: nothing generates this file"))
        #expect(check.output.contains("Generated/\u{FFFD}[8mNotes.md: no contract makes this"))
        let generation = try await workspace.charter(["generate"], onTerminal: streams)
        #expect(generation.errors.withoutEscapeSequences.contains("warning: Generated/Shop/\u{FFFD}[8mNotes.md: nothing generates"))
        #expect(generation.errors.withoutEscapeSequences.contains("warning: Generated/\u{FFFD}[8mNotes.md: no contract makes this"))
        try workspace.write(Workspace.contract("shop").replacing("scope: READ", with: "scope: REED"), to: "spec/\u{1B}[8m.yaml")
        let lint = try await workspace.charter(["lint"], onTerminal: streams)
        #expect(lint.output.contains("spec/\u{FFFD}[8m.yaml: 1 error"))
        #expect(lint.errors.withoutEscapeSequences.contains("spec/\u{FFFD}[8m.yaml:19:12: error: "))
    }
}

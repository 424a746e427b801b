import ArgumentParser
import CharterContract
import CharterGenerator
import CharterYAML
import Foundation

/// The contracts that a command works on.
struct ContractFiles: ParsableArguments {
    @Argument(
        help: "Contract files, or folders for all contracts in them; those of spec/ when none is named.",
        completion: .file(extensions: ["yaml"])
    )
    var specs: [String] = []

    /// The texts of the contracts, in the order given or by name.
    func read(_ verbosity: Verbosity) throws -> ContractSources {
        guard !specs.isEmpty else { return try Self.contracts(in: "spec", else: "name one, run this where spec/ is") }
        let settings = specs.filter { $0.split(separator: "/").last == GenerationSettings.fileName[...] }
        // They are named where a shell fills in all files of a folder.
        for file in settings { verbosity.warn("\(file) is left out, since it holds settings and no contract") }
        let parts = try specs.filter { !settings.contains($0) }.map { path in
            try path.isFolder ? Self.contracts(in: path, else: "name one") : ContractSources(contracts: [Self.read(path)])
        }
        return ContractSources(contracts: parts.flatMap(\.contracts), doubtful: parts.flatMap(\.doubtful))
    }

    /// The contracts of a folder: those that its settings name, or else the YAML files whose first key is `charter`.
    ///
    /// - Parameter mend: what to do where there is none, beside making one.
    private static func contracts(in folder: String, else mend: String) throws -> ContractSources {
        let file = try SettingsFile(in: folder, as: .contracts)
        try file.refuse(file.missingContracts)
        if let named = file.settings.contracts { return ContractSources(contracts: try named.map { try read(file.path($0)) }) }
        let names = try names(in: folder).filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") && $0 != GenerationSettings.fileName }
        let files = names.sorted().map(folder.path(to:)).filter { !$0.isFolder }
        let texts = try files.map(Self.read)
        let contracts = texts.filter(\.isContract)
        guard !contracts.isEmpty else {
            let place = folder.hasSuffix("/") ? folder : folder + "/"
            Console.fail("there is no contract in \(place): \(mend), or begin one with 'charter init NAME'")
            throw Outcome.wrongUsage
        }
        return ContractSources(contracts: contracts, doubtful: texts.filter { !$0.isContract && $0.looksLikeContract })
    }

    private static func names(in folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            Console.fail("\(folder) cannot be read: \(error.reason)")
            throw Outcome.impossible
        }
    }

    /// The text of a file, or as much of it as shows that it is too large.
    static func read(_ path: String) throws -> SourceText {
        do {
            return try readPart(path)
        } catch {
            Console.fail("\(path) cannot be read: \(error.reason)")
            throw Outcome.impossible
        }
    }

    /// The text of a file that a contract includes, or as much of it as shows that it is too large.
    static func readPart(_ path: String) throws(UnreadableSource) -> SourceText {
        do {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            // One byte more than is allowed is enough to see that a file is too large.
            let data = try file.read(upToCount: YAMLLimits.standard.maximumBytes + 1) ?? Data()
            return SourceText(file: path, bytes: Array(data))
        } catch {
            throw UnreadableSource(reason: error.reason)
        }
    }
}

extension SourceText {
    /// Whether it has the one key at its left edge that only contracts have: the first key may be misspelt.
    fileprivate var looksLikeContract: Bool {
        (1...max(1, lineCount)).contains { line($0)?.hasPrefix("endpoints:") == true }
    }

    /// Whether the first line that is neither empty nor a comment begins with `charter:`.
    fileprivate var isContract: Bool {
        var number = 1
        while let line = line(number) {
            number += 1
            let text = line.drop(while: \.isWhitespace)
            if text.isEmpty || text.hasPrefix("#") || line.hasPrefix("---") || line.hasPrefix("%") { continue }
            return line.hasPrefix("charter:")
        }
        return false
    }
}

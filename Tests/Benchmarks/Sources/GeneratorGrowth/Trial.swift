import Foundation
import Measuring

/// A synthetic contract of one size in a folder of its own, and what each step took with it.
struct Trial {
    let contract: SyntheticContract
    /// The bytes of the contract's files.
    private(set) var contractBytes = 0
    /// The files that are generated, and their bytes.
    private(set) var generated = (files: 0, bytes: 0)
    private(set) var measurements: [Step: ProcessMeasurement] = [:]

    /// Measures all steps.
    ///
    /// - Parameters:
    ///   - charter: the path of the executable.
    ///   - folder: a folder that is not there yet, for the contract and what is generated from it.
    init(_ contract: SyntheticContract, charter: String, repeats: Int, in folder: URL) throws {
        self.contract = contract
        try FileManager.default.createDirectory(at: folder.appending(path: "parts"), withIntermediateDirectories: true)
        var bytes = 0
        try contract.eachFile { path, text in
            bytes += text.utf8.count
            try Data(text.utf8).write(to: folder.appending(path: path))
        }
        contractBytes = bytes
        for step in Step.allCases {
            let runs = try (0..<repeats).map { round in
                // What was deleted just now slows some file systems down, so each round has a folder of its own.
                let output = folder.appending(path: "Generated-\(step == .generate ? round : 0)").path
                let arguments = step.arguments(contract: folder.appending(path: "contract.yaml").path, output: output)
                return try ProcessMeasurement(running: [charter] + arguments, output: folder.appending(path: "output"))
            }
            measurements[step] = runs.typical
        }
        generated = try Self.size(of: folder.appending(path: "Generated-0"))
    }

    private static func size(of folder: URL) throws -> (files: Int, bytes: Int) {
        var size = (files: 0, bytes: 0)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: path).path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            size.files += 1
            size.bytes += attributes[.size] as? Int ?? 0
        }
        return size
    }
}

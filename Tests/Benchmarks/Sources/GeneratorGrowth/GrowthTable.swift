import Foundation

/// The figures of trials, as a table of Markdown: what a step takes for each endpoint is compared with the smallest trial.
struct GrowthTable {
    let trials: [Trial]

    var text: String {
        let head = """
            | step | endpoints | wall s | CPU s | peak MiB | CPU an endpoint | memory an endpoint |
            |---|--:|--:|--:|--:|--:|--:|
            """
        let rows = Step.allCases.flatMap { step in trials.compactMap { row(step, $0) } }
        return ([head] + rows + [""] + trials.map(sizes)).joined(separator: "\n")
    }

    private func row(_ step: Step, _ trial: Trial) -> String? {
        guard let measured = trial.measurements[step], let first = trials.first, let base = first.measurements[step] else { return nil }
        let size = Double(trial.contract.endpoints) / Double(first.contract.endpoints)
        let cells = [
            step.rawValue, String(trial.contract.endpoints), decimal(measured.wall, 3), decimal(measured.cpu, 3),
            decimal(mebibytes(measured.peakMemory), 1), "× " + decimal(measured.cpu / base.cpu / size, 2),
            "× " + decimal(Double(measured.peakMemory) / Double(base.peakMemory) / size, 2),
        ]
        return "| \(cells.joined(separator: " | ")) |"
    }

    private func sizes(_ trial: Trial) -> String {
        let (contract, written) = (decimal(mebibytes(trial.contractBytes), 2), decimal(mebibytes(trial.generated.bytes), 1))
        return "\(trial.contract.endpoints) endpoints, \(trial.contract.types) types: \(contract) MiB of contract, "
            + "\(trial.generated.files) files of \(written) MiB generated"
    }

    private func mebibytes(_ bytes: Int) -> Double {
        Double(bytes) / 1_048_576
    }

    private func decimal(_ number: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", number)
    }
}

import Foundation

/// What publishing releases would do, made in memory from what the folder holds.
struct PublicationPlan {
    /// Why nothing can be published; nothing is written then.
    private(set) var refusals: [PublicationFault.Refusal] = []
    /// What is to be done, in this order.
    private(set) var steps: [PublicationStep] = []
    private(set) var report = PublicationReport(publications: [], warnings: [])

    private var index = RootIndex()

    /// - Parameter releases: those of different APIs.
    init(_ releases: [Release], in root: PublicationFolder) throws(PublicationFault) {
        for folder in try root.names() where !releases.contains(where: { $0.folder == folder }) { survey(folder, in: root) }
        var hasReleases = !index.apis.isEmpty
        for release in releases {
            let plan = try ReleasePlan(release, in: root)
            hasReleases = hasReleases || !plan.published.releases.isEmpty
            refusals += plan.refusals
            steps += plan.steps
            report.publications.append(plan.publication)
            index.apis[release.folder] = plan.index
        }
        let foreign = try root.refusal(toReplace: IndexFile.name, hasReleases: hasReleases, isOurs: RootIndex.isOne)
        refusals += [foreign].compactMap(\.self)
        if try root.file(IndexFile.name) != index.bytes {
            steps.append(.replace(IndexFile.name, with: index.bytes))
            report.changedIndex = root.path(IndexFile.name)
        }
    }

    /// Takes up the index of an API that is not published now; what else is in a folder is not looked at.
    private mutating func survey(_ folder: String, in root: PublicationFolder) {
        let omission = "\(root.path(IndexFile.name)) leaves out \(root.path(folder))"
        do {
            guard try root.kind(of: folder) == .typeDirectory, let bytes = try root.file("\(folder)/\(IndexFile.name)") else { return }
            if let api = APIIndex(bytes) {
                index.apis[folder] = api
            } else if !IndexFile.isJSON(bytes) {
                report.warnings.append("\(omission), since its \(IndexFile.name) is damaged: publish its contract again")
            }
        } catch {
            if case .impossible(let message) = error { report.warnings.append("\(omission): \(message)") }
        }
    }
}

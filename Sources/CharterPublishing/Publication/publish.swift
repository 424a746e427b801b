import CharterContract

/// What was done, and what else was seen.
package struct PublicationReport: Hashable, Sendable {
    /// One for each release, in their order.
    package var publications: [Publication]
    /// The index of all APIs, as messages show it, where it changed.
    package var changedIndex: String?
    /// Folders whose releases the index cannot list.
    package var warnings: [String]
}

/// Publishes releases into a folder: all of them, or, where one is refused, none.
///
/// It may be repeated at any time: what is published already stays untouched, and what a run that was cut off left undone is done.
///
/// - Throws: ``PublicationFault`` with every reason to refuse, before anything is written, or if the disk refuses.
package func publish(_ releases: [Release], to root: PublicationFolder) throws(PublicationFault) -> PublicationReport {
    try refuse(sharedFolders(of: releases, in: root))
    let lock = try root.locked()
    defer { withExtendedLifetime(lock) {} }
    let old = try root.file(RootIndex.fileName).flatMap { RootIndex($0) }
    var refusals = try old == nil ? foreignIndex(of: root) : []
    var plans: [PublicationPlan] = []
    for release in releases { plans.append(try PublicationPlan(release, in: root, rootIndex: old)) }
    refusals += plans.flatMap(\.refusals)
    try refuse(refusals)
    if lock.isHeld {
        try root.deleteDrafts()
        for plan in plans where plan.published.exists { try root.deleteDrafts(in: plan.release.folder) }
    }
    var report = PublicationReport(publications: [], warnings: [])
    for plan in plans { report.publications.append(try publication(of: plan, to: root, rootIndex: old)) }
    let survey = try RootSurvey(of: root, old: old)
    report.warnings = survey.nameless.map { folder in
        let index = root.path("\(folder)/\(APIIndex.fileName)")
        return "\(root.path(folder)) holds releases, but \(index) does not say of which API: publish its contract again"
    }
    let text = Array(survey.index.text.utf8)
    if try root.file(RootIndex.fileName) != text {
        try root.replace(RootIndex.fileName, with: text)
        report.changedIndex = root.path(RootIndex.fileName)
    }
    return report
}

/// Carries out a plan, and makes a new one where another publisher was faster.
private func publication(
    of plan: PublicationPlan,
    to root: PublicationFolder,
    rootIndex: RootIndex?
) throws(PublicationFault) -> Publication {
    var plan = plan
    while true {
        if let publication = try plan.write(to: root) { return publication }
        plan = try PublicationPlan(plan.release, in: root, rootIndex: rootIndex)
        try refuse(plan.refusals)
    }
}

private func refuse(_ refusals: [PublicationFault.Refusal]) throws(PublicationFault) {
    if !refusals.isEmpty { throw .refused(refusals) }
}

/// The releases whose folder an earlier one of the run has.
private func sharedFolders(of releases: [Release], in root: PublicationFolder) -> [PublicationFault.Refusal] {
    var first: [String: Release] = [:]
    return releases.compactMap { release in
        guard let other = first[release.folder] else {
            first[release.folder] = release
            return nil
        }
        return .contract(.apiFolderTaken(release, by: other.api.value, at: root.path(release.folder)))
    }
}

/// The index of a folder in which nothing was published yet is not ours.
private func foreignIndex(of root: PublicationFolder) throws(PublicationFault) -> [PublicationFault.Refusal] {
    guard try root.kind(of: RootIndex.fileName) != nil else { return [] }
    let survey = try RootSurvey(of: root, old: nil)
    guard survey.index.entries.isEmpty, survey.nameless.isEmpty else { return [] }
    return [.foreign(root.path(RootIndex.fileName))]
}

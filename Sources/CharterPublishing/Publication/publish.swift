/// Publishes releases into a folder: all of them, or, where one is refused, none.
///
/// It may be repeated at any time: what is published already stays untouched, and what a run that was cut off left undone is done.
///
/// - Parameter releases: those of different APIs.
/// - Throws: ``PublicationFault`` with every reason to refuse, before anything is written, or if the system refuses.
package func publish(_ releases: [Release], to root: PublicationFolder) throws(PublicationFault) -> PublicationReport {
    try root.locked { () throws(PublicationFault) in
        let plan = try PublicationPlan(releases, in: root)
        guard plan.refusals.isEmpty else { throw .refused(plan.refusals) }
        try root.deleteDrafts()
        for release in releases { try root.deleteDrafts(in: release.folder) }
        for step in plan.steps { try root.perform(step) }
        return plan.report
    }
}

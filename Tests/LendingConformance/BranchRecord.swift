import CharterRuntime
import CharterServer
import LendingModels
import SampleServers

/// All that one branch has.
struct BranchRecord: Sendable {
    var branch: Branch
    var copies: [Copy]
    var readers: [Reader]
    var loans: [Loan]
    var reservations: [Reservation] = []
}

extension BranchRecord {
    /// The place of a reader in the list.
    ///
    /// - Throws: `refusal` if there is none.
    func readerIndex(_ number: String, orRefuse refusal: Refusal = .notFound) throws -> Int {
        try readers.firstIndex { $0.number == number }.orRefuse(refusal)
    }
}

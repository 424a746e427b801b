import CharterRuntime
import CharterServer
import LendingModels
import LendingRoutes
import SampleServers

extension InMemoryLending {
    /// The day on which everything happens.
    private static let today = CalendarDate(sample: "2026-03-02")

    func listLoans(_ input: ListLoans.Input, caller: Caller) throws -> Page<Loan> {
        let loans = try branch(of: caller).loans.filter { !input.overdue || $0.dueOn < Self.today }
        return Page(of: loans, input.page, greatestFirst: true) { "\($0.lentAt) \($0.id)" }
    }

    func getLoan(_ input: GetLoan.Input, caller: Caller) throws -> Loan {
        try branch(of: caller).loans.first { $0.id == input.id }.orRefuse(.notFound)
    }

    func lendCopy(_ input: LendCopy.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Loan {
        typealias Failure = LendCopy.Failure
        let slip = input.body
        return try change(caller) { branch in
            let copy = try branch.copies.firstIndex { $0.barcode == slip.barcode }.orRefuse(Failure.copyUnknown)
            let reader = branch.readers[try branch.readerIndex(slip.reader, orRefuse: Failure.readerUnknown)]
            guard branch.copies[copy].state == .in else { throw Failure.copyLent }
            guard reader.standing == .good else { throw Failure.readerBarred }
            branch.copies[copy].state = .lent
            let loan = Loan(
                id: newID(),
                barcode: slip.barcode,
                reader: slip.reader,
                lentAt: Self.now,
                dueOn: CalendarDate(sample: "2026-03-30"),
                fee: DecimalNumber(sample: "0.00")
            )
            branch.loans.append(loan)
            return loan
        }
    }
}

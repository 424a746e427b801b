import CharterRuntime
import CharterServer
import LendingModels
import LendingRoutes
import SampleServers

extension InMemoryLending {
    func requestReservation(_ input: RequestReservation.Input, caller: Caller, in transaction: InMemoryTransaction) throws -> Reservation {
        guard works.contains(where: { $0.isbn == input.body.isbn }) else { throw RequestReservation.Failure.workUnknown }
        return try change(caller) { branch in
            let reservation = Reservation(id: newID(), isbn: input.body.isbn, until: input.body.until, state: .asked)
            branch.reservations.append(reservation)
            return reservation
        }
    }

    func getMe(_ input: GetMe.Input, caller: Caller) throws -> Person {
        try caller.user.flatMap { people[$0] }.orRefuse(.notFound)
    }
}

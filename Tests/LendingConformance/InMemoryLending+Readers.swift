import CharterRuntime
import CharterServer
import LendingModels
import LendingRoutes
import SampleServers

extension InMemoryLending {
    func listReaders(_ input: ListReaders.Input, caller: Caller) throws -> Page<Reader> {
        let readers = try branch(of: caller).readers.filter { (input.standing ?? $0.standing) == $0.standing }
        return Page(of: readers, input.page) { $0.number }
    }

    func getReader(_ input: GetReader.Input, caller: Caller) throws -> Reader {
        let branch = try branch(of: caller)
        return branch.readers[try branch.readerIndex(input.number)]
    }

    func putReader(_ input: PutReader.Input, caller: Caller) throws -> PutReaderReply {
        let isElsewhere = branches.contains { $0.branch.name != caller.tenant && $0.readers.contains { $0.number == input.number } }
        guard !isElsewhere else { throw Refusal.notFound }
        return try change(caller) { branch in
            let index = branch.readers.firstIndex { $0.number == input.number }
            let old = index.map { branch.readers[$0] }
            let reader = Reader(input.body, number: input.number, replacing: old)
            if let index { branch.readers[index] = reader } else { branch.readers.append(reader) }
            return PutReaderReply(body: reader, status: index == nil ? .created : .ok)
        }
    }

    func changeReader(_ input: ChangeReader.Input, caller: Caller) throws -> Reader {
        try change(caller) { branch in
            let index = try branch.readerIndex(input.number)
            if let name = input.body.name { branch.readers[index].name = name }
            if let email = input.body.email { branch.readers[index].email = email }
            branch.readers[index].address = input.body.address.applied(to: branch.readers[index].address)
            if let interests = input.body.interests { branch.readers[index].interests = interests }
            if let standing = input.body.standing { branch.readers[index].standing = standing }
            return branch.readers[index]
        }
    }

    func removeReader(_ input: RemoveReader.Input, caller: Caller) throws {
        try change(caller) { branch in
            let index = try branch.readerIndex(input.number)
            guard !branch.loans.contains(where: { $0.reader == input.number }) else { throw RemoveReader.Failure.loansOpen }
            branch.readers.remove(at: index)
        }
    }
}

extension Reader {
    /// The entry of a reader as it is written anew; what only the branch writes stays as it was.
    fileprivate init(_ form: ReaderCreate, number: String, replacing old: Reader?) {
        self.init(
            number: number,
            name: form.name,
            email: form.email,
            bornOn: form.bornOn,
            address: form.address,
            interests: form.interests,
            standing: form.standing,
            owes: old?.owes ?? DecimalNumber(sample: "0.00"),
            since: old?.since ?? InMemoryLending.now
        )
    }
}

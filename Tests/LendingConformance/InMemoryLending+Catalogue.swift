import CharterRuntime
import CharterServer
import LendingModels
import LendingRoutes
import SampleServers

extension InMemoryLending {
    func listBranches(_ input: ListBranches.Input, caller: Caller) throws -> [Branch] {
        branches.map(\.branch)
    }

    func listWorks(_ input: ListWorks.Input, caller: Caller) throws -> Page<Work> {
        let found = works.filter { work in
            (input.language ?? work.language) == work.language
                && (input.kind ?? [work.kind]).contains(work.kind)
                && (input.publishedFrom ?? work.publishedOn) <= work.publishedOn
                && (input.publishedTo ?? work.publishedOn) >= work.publishedOn
        }
        return Page(of: found.sorted { ($0.title, $0.isbn) < ($1.title, $1.isbn) }, input.page)
    }

    func getWork(_ input: GetWork.Input, caller: Caller) throws -> Work {
        try works.first { $0.isbn == input.isbn }.orRefuse(.notFound)
    }

    func listCopies(_ input: ListCopies.Input, caller: Caller) throws -> Page<Copy> {
        guard works.contains(where: { $0.isbn == input.isbn }) else { throw Refusal.notFound }
        let copies = try branch(of: caller).copies.filter { $0.isbn == input.isbn }
        return Page(of: copies.sorted { $0.shelf < $1.shelf }, input.page)
    }
}

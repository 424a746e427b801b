import CharterRuntime
import CharterServer
import OdditiesModels
import OdditiesRoutes

/// A server of the odd contract that keeps nothing.
struct SmallOddities: OdditiesAPI {
    static let things = (1...9).compactMap { number in
        UniqueID("00000000-0000-4000-8000-00000000000\(number)").map { id in
            Thing(id: id, type: .bSide, kind: .plain, parts: [], tags: ["word"], what: Nothing())
        }
    }

    func listThings(_ input: ListThings.Input, caller: Caller) -> Page<Thing> {
        let rest = Self.things.dropFirst(input.page.offset)
        return Page(items: Array(rest.prefix(input.page.limit)), total: Self.things.count)
    }

    func putThing(_ input: PutThing.Input, caller: Caller) throws -> Thing {
        if input.body.class == "taken" { throw PutThing.Failure.thingTaken }
        return Self.things[0]
    }

    func publicThings(_ input: PublicThings.Input, caller: Caller) -> [PublicThingsItem] {
        [PublicThingsItem(name: "Odd")]
    }

    func `default`(_ input: Default.Input, caller: Caller, in transaction: InMemoryTransaction) throws {
        guard Self.things.contains(where: { $0.id == input.id }) else { throw Refusal.notFound }
    }

    func anEndpointWhoseIdHasExactlySixtyCharactersForLongLinesInIt12(
        _ input: AnEndpointWhoseIdHasExactlySixtyCharactersForLongLinesInIt12.Input,
        caller: Caller,
        in transaction: InMemoryTransaction
    ) -> ATypeWhoseNameHasExactlySixtyCharactersForTheLongestLines123 {
        var moved = input.body
        moved.words = [input.in.filter { ("a"..."z").contains($0) }]
        return moved
    }

    func readMine(_ input: ReadMine.Input, caller: Caller) -> String {
        Self.name(of: caller)
    }

    func readEither(_ input: ReadEither.Input, caller: Caller) -> String {
        Self.name(of: caller)
    }

    func apply(_ input: Apply.Input, caller: Caller) -> Application {
        Application(request: input.body, router: .init())
    }

    func readApp(_ input: ReadApp.Input, caller: Caller) -> String {
        Self.name(of: caller)
    }

    /// By what the caller is known: a kind of key, a person, or both.
    private static func name(of caller: Caller) -> String {
        [caller.kind, caller.user].compactMap(\.self).joined(separator: " for ")
    }

    func weigh(_ input: Weigh.Input, caller: Caller, in transaction: InMemoryTransaction) -> Double {
        Double(input.aPathParameterWhoseNameHasExactlySixtyCharactersInItForTests) / 4
    }
}

import CharterRuntime
import CharterServer
import OdditiesModels
import OdditiesRoutes

/// Header fields that are lists, a search that is read page by page, and a look without a key.
extension SmallOddities {
    func markThings(_ input: MarkThings.Input, caller: Caller) async throws -> MarkThingsResult {
        let words = input.oddWords.map { ["words"] + $0 } ?? []
        let hues = input.oddHues.map { ["hues"] + $0.map(\.description) } ?? []
        return MarkThingsResult(said: input.oddNumbers.map(\.description) + words + hues + input.oddKinds.map(\.description))
    }

    func searchThings(_ input: SearchThings.Input, caller: Caller) async throws -> Page<Thing> {
        let found = Self.things.filter { input.body.kind == nil || $0.kind == input.body.kind }
        let rest = found.dropFirst(input.page.offset)
        return Page(items: Array(rest.prefix(input.page.limit)), total: found.count)
    }

    func openThings(_ input: OpenThings.Input, caller: Caller) async throws -> String {
        caller.kind ?? "anyone"
    }
}

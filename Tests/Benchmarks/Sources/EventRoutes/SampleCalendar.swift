import CharterRuntime
import CharterServer
package import EventModels
package import Hummingbird

/// A calendar that always answers the same page, so that serving it is all that takes time.
package struct SampleCalendar: CalendarAPI {
    /// The key of a caller who may read it.
    package static let key = "pk_live_benchmark"

    private let page: Page<Event>

    /// Creates a calendar of one page.
    package init(_ page: EventPage) {
        self.page = Page(items: page.items, total: page.total)
    }

    /// The page.
    package func listEvents(_ input: ListEvents.Input, caller: Caller) -> Page<Event> {
        page
    }

    /// A router with the generated routes and every check of the contract.
    package func router() throws -> Router<BasicRequestContext> {
        let keys = InMemoryKeyStore(.calendar)
        try keys.add(Self.key, id: "benchmark", kind: "publishable", scopes: ["READ_PUBLIC"], tenant: "my-community")
        let router = Router()
        register(on: router, keys: keys)
        return router
    }
}

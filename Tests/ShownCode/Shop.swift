import CharterServer
import Hummingbird

/// A shop as the chapters on servers have it: with limits by address, and with handlers that get a transaction.
struct Shop: Sendable {
    func register<Context: RequestContext>(on router: some RouterMethods<Context>, through routes: APIRoutes) {}

    func register<Context: RequestContext>(
        on router: some RouterMethods<Context>,
        through routes: APIRoutes,
        effects: some EffectStore
    ) {}
}

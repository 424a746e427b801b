import CharterRuntime

/// Finds the handler's own cursor in that of the request: 400 for one that this list did not give to this tenant.
///
/// It comes after the other checks, since a cursor is tied to what they find out.
struct CursorOpening: RequestStage {
    func pass(_ exchange: inout Exchange) async throws {
        guard case .cursor(var page)? = exchange.page, let cursor = page.cursor, let seal = CursorSeal(exchange) else { return }
        page.cursor = try seal.opened(cursor)
        exchange.page = .cursor(page)
    }
}

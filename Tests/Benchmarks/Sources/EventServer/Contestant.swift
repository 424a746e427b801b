import ArgumentParser
import CharterRuntime
import EventModels
import EventRoutes
import Foundation
import Hummingbird

/// One of the ways to answer `GET events` that are compared.
enum Contestant: String, CaseIterable, ExpressibleByArgument {
    /// The routes that Charter generates, with all checks.
    case generated
    /// A route by hand that lets Hummingbird write the same structs with `JSONEncoder`, and checks nothing.
    case encoder
    /// A route by hand that answers bytes which were made before, and checks nothing.
    case bytes

    private static let path: RouterPath = "/api/v1/communities/:tag/events"

    /// A router that answers a page this way.
    func router(_ page: EventPage) throws -> Router<BasicRequestContext> {
        let router = Router()
        switch self {
        case .generated: return try SampleCalendar(page).router()
        case .encoder: router.get(Self.path) { _, _ in page }
        case .bytes:
            let body = ByteBuffer(data: try JSONEncoder().encode(page))
            router.get(Self.path) { _, _ in
                Response(status: .ok, headers: [.contentType: "application/json"], body: ResponseBody(byteBuffer: body))
            }
        }
        return router
    }
}

extension EventPage: ResponseEncodable {}

import ArgumentParser
import CharterRuntime
import CharterServerTesting
import EventModels
import EventRoutes
import Foundation
import HTTPTypes

/// Asks all contestants once, in this process, and compares what they answer.
struct Compare: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fails unless all three answer the same JSON value; writes its bytes.")

    func run() async throws {
        var first: NSObject?
        for contestant in Contestant.allCases {
            let transport = InProcessTransport(router: try contestant.router(.twenty))
            var request = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/api/v1/communities/my-community/events")
            if let name = HTTPField.Name("X-API-Key") { request.headerFields[name] = SampleCalendar.key }
            let reply = try await transport.send(request, body: [])
            guard reply.head.status == .ok else { throw ValidationError("'\(contestant)' answers \(reply.head.status)") }
            let value = try JSONSerialization.jsonObject(with: Data(reply.body)) as? NSObject
            guard first == nil || value == first else { throw ValidationError("'\(contestant)' answers another value than the others") }
            first = value
            print("\(contestant): \(reply.body.count) bytes")
        }
    }
}

import CharterRuntime
import Foundation
import HTTPTypes
import Synchronization

/// A register of people, each of whom has a mail address that nobody else has, with one fault.
final class RegisterServer: HTTPTransport {
    enum Fault: String, CaseIterable {
        /// A person's own address counts as taken.
        case ownAddressIsTaken = "changePerson/changed-to-its-own"
        /// The address of somebody who is gone stays taken.
        case addressesStayTaken = "addPerson/made-again"
        /// The list shows numbers from before a change.
        case listIsOld = "changePerson/listed-as-answered"
        /// The list shows another number than the person has.
        case listIsWrong = "getPerson/shown-as-listed"
        /// A change that is refused is half done.
        case failsHalfway = "changePerson/failure-without-effect/mail-taken"
    }

    private let fault: Fault?
    private let people = Mutex([Person(id: 1, mail: "ada@example.com", age: 36), Person(id: 2, mail: "joe@example.com", age: 50)])

    init(_ fault: Fault?) {
        self.fault = fault
    }

    private struct Person: Codable {
        var id: Int
        var mail: String
        var age: Int
    }

    private struct Sent: Codable {
        var mail: String?
        var age: Int?
    }

    func send(_ request: HTTPRequest, body: [UInt8]) -> HTTPReply {
        let id = Int(request.path?.split(separator: "/").last ?? "")
        let sent = try? JSONDecoder().decode(Sent.self, from: Data(body))
        return people.withLock { people in
            let place = people.firstIndex { $0.id == id }
            switch (request.method, place) {
            case (.get, let place?): return reply(200, people[place])
            case (.get, nil) where id == nil: return reply(200, listed(people))
            case (.post, _): return add(sent, to: &people)
            case (.patch, let place?): return change(&people, place, sent)
            case (.delete, let place?):
                if fault == .addressesStayTaken { people[place].id = -1 } else { people.remove(at: place) }
                return HTTPReply(head: HTTPResponse(status: .noContent), body: [])
            default: return refusal(404, "not-found")
            }
        }
    }

    private func listed(_ people: [Person]) -> [Person] {
        people.filter { $0.id > 0 }.map { person in
            var person = person
            if fault == .listIsWrong { person.age += 1 }
            if fault == .listIsOld { person.age = person.id == 1 ? 36 : 50 }
            return person
        }
    }

    private func add(_ sent: Sent?, to people: inout [Person]) -> HTTPReply {
        let mail = sent?.mail ?? ""
        if people.contains(where: { $0.mail == mail }) { return refusal(409, "mail-taken") }
        let person = Person(id: 1 + (people.map(\.id).max() ?? 0), mail: mail, age: sent?.age ?? 0)
        people.append(person)
        return reply(201, person)
    }

    private func change(_ people: inout [Person], _ place: Int, _ sent: Sent?) -> HTTPReply {
        if fault == .failsHalfway, let age = sent?.age { people[place].age = age }
        let isTaken = people.contains { $0.mail == sent?.mail && (fault == .ownAddressIsTaken || $0.id != people[place].id) }
        if isTaken { return refusal(409, "mail-taken") }
        people[place].mail = sent?.mail ?? people[place].mail
        people[place].age = sent?.age ?? people[place].age
        return reply(200, people[place])
    }

    private func reply(_ status: Int, _ body: some Encodable) -> HTTPReply {
        let bytes = (try? JSONEncoder().encode(body)) ?? Data()
        return HTTPReply(
            head: HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"]),
            body: Array(bytes)
        )
    }

    private func refusal(_ status: Int, _ code: String) -> HTTPReply {
        let body = #"{"type":"about:blank","title":"No","status":\#(status),"code":"\#(code)"}"#
        let head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/problem+json"])
        return HTTPReply(head: head, body: Array(body.utf8))
    }
}

import CharterRuntime
import CharterServer
import Testing

/// Calls that are made again under their key.
@Suite("A call that is repeated")
struct ReplayTests {
    @Test("is answered as the first one was: status, header fields and body, and done once")
    func replay() async throws {
        let server = try NotesServer(.freeNotes())
        let (first, again) = (try await server.write(), try await server.write())
        #expect(first.outcome == "201" && again.outcome == "201 again")
        #expect(first.text == #"{"id":"n1","text":"milk"}"#)
        #expect(again.body == first.body)
        #expect(first["Location"] == "/v1/notes/n1")
        for field in ["Location", "Content-Type", "Content-Length"] { #expect(again[field] == first[field]) }
        #expect(first["X-Request-Id"] != again["X-Request-Id"])
        #expect(await server.desk.notes == [Note(text: "milk")])
        #expect(await server.desk.tries == 1)
    }

    @Test("says nothing of being one where the contract names no field for it")
    func unmarked() async throws {
        let server = try NotesServer(.freeNotes { $0.replayHeader = nil })
        let (first, again) = (try await server.write(), try await server.write())
        #expect(first.outcome == again.outcome && first.body == again.body)
        #expect(await server.desk.tries == 1)
    }

    @Test("is the same whatever the order and the spelling of what is sent")
    func spelling() async throws {
        let server = try NotesServer(.freeNotes())
        #expect(try await server.write(#"{"text":"a b","size":1.5,"marks":{"x":1,"y":[2.50]}}"#).outcome == "201")
        for body in [
            #"{"size":15e-1,"marks":{"y":[2.5],"x":1.0},"text":"a b"}"#, #"{"text":"\u0061 b","size":1.50,"marks":{"x":1e0,"y":[25e-1]}}"#,
            #"{ "text" : "a b" , "unknown" : 7, "size" : 1.5 , "marks" : { "x" : 1 , "y" : [ 2.5 ] } }"#,
        ] {
            #expect(try await server.write(body).outcome == "201 again", "\(body)")
        }
        #expect(await server.desk.tries == 1)
    }

    @Test(
        "is the same whichever way its numbers are written, as long as they are equal",
        arguments: [
            ["0", "-0", "0.0", "-0.0", "0e5", "-0E-3"], ["1", "1.0", "1e0", "10e-1", "0.1E1"], ["-20", "-2e1", "-20.00"],
            ["1e23", "100000000000000000000000", "10.0e22"], ["12345678901234567890", "1234567890123456789e1", "12345678901234567890.0"],
            ["0.12345678901234567890", "12345678901234567890e-20", "0.1234567890123456789"], ["1e400", "10e399", "1.0e400"],
            ["9223372036854775807", "9223372036854775807.0"], ["9007199254740993", "9007199254740993e0"],
        ]
    )
    func numbers(spellings: [String]) async throws {
        let server = try NotesServer(.freeNotes())
        #expect(try await server.write(#"{"text":"a","marks":{"x":\#(spellings[0]),"y":[\#(spellings[0])]}}"#).outcome == "201")
        for text in spellings {
            #expect(try await server.write(#"{"text":"a","marks":{"x":\#(text),"y":[\#(text)]}}"#).outcome == "201 again", "\(text)")
        }
        for text in ["1e22", "2", "-1", "12345678901234567891", "1e401", "9007199254740992", "0.1234567890123456788"] {
            #expect(try await server.write(#"{"text":"a","marks":{"x":\#(text),"y":[\#(text)]}}"#).status == 422, "\(text)")
        }
    }

    @Test("is the same where a field is zero, of either sign")
    func zeros() async throws {
        let server = try NotesServer(.freeNotes())
        #expect(try await server.write(#"{"text":"a","size":-0.0}"#).outcome == "201")
        #expect(try await server.write(#"{"text":"a","size":0}"#).outcome == "201 again")
        #expect(try await server.write(#"{"text":"a","size":1e-300}"#).status == 422)
    }

    @Test(
        "is refused with another payload",
        arguments: [#"{"text":"tea"}"#, #"{"text":"milk","size":1}"#, #"{"text":"milk","marks":{}}"#, #"{"text":"Milk"}"#]
    )
    func mismatch(body: String) async throws {
        let server = try NotesServer(.freeNotes())
        _ = try await server.write()
        #expect(try await server.write(body).outcome == "422 idempotency-mismatch")
        #expect(try await server.write().outcome == "201 again")
        #expect(await server.desk.tries == 1)
    }

    @Test("gets no answer of another endpoint, even where nothing need be the same")
    func otherEndpoint() async throws {
        let server = try NotesServer(
            .freeNotes {
                $0.comparesPayload = false
                $0.scope = [.tenant]
            }
        )
        #expect(try await server.write().outcome == "201")
        #expect(try await server.write(#"{"text":"tea"}"#).outcome == "201 again")
        #expect(try await server.write(to: "/notes/1/copies").outcome == "422 idempotency-mismatch")
        #expect(await server.desk.tries == 1)
    }

    @Test("gets no answer of another tenant, even where a key is unique among all of them", arguments: [true, false])
    func otherTenant(comparesPayload: Bool) async throws {
        let server = try NotesServer(
            .freeNotes {
                $0.comparesPayload = comparesPayload
                $0.scope = [.endpoint]
            }
        )
        #expect(try await server.write(as: "a-robot").outcome == "201")
        #expect(try await server.write(as: "b-robot").outcome == "422 idempotency-mismatch")
        #expect(try await server.write(as: "a-ada").outcome == "201 again")
    }

    @Test("is known by a key that is no text too")
    func numberedKeys() async throws {
        let inBody = try NotesServer(
            .freeNotes {
                $0.place = .field("once")
                $0.form = .integer()
            }
        )
        #expect(try await inBody.write(#"{"text":"milk","once":12}"#, once: nil).outcome == "201")
        #expect(try await inBody.write(#"{"text":"milk","once":12.0}"#, once: nil).outcome == "201 again")
        #expect(try await inBody.write(#"{"text":"milk","once":13}"#, once: nil).outcome == "201")
        let inHeader = try NotesServer(.freeNotes { $0.form = .integer() })
        #expect(try await inHeader.write(once: "12").outcome == "201")
        #expect(try await inHeader.write(once: "12").outcome == "201 again")
        #expect(try await inHeader.write(once: "twelve").outcome == "400 invalid-request")
    }

    @Test("is told by its parameters too")
    func parameters() async throws {
        let server = try NotesServer(.freeNotes())
        #expect(try await server.write(to: "/notes/1/copies?to=x").outcome == "201")
        #expect(try await server.write(to: "/notes/1/copies?to=%78").outcome == "201 again")
        for path in ["/notes/2/copies?to=x", "/notes/1/copies?to=y", "/notes/1/copies"] {
            #expect(try await server.write(to: path).outcome == "422 idempotency-mismatch", "\(path)")
        }
    }

    @Test("is told by its key alone where the contract says so")
    func anyPayload() async throws {
        let server = try NotesServer(.freeNotes { $0.comparesPayload = false })
        let first = try await server.write()
        let again = try await server.write(#"{"text":"tea"}"#)
        #expect(again.outcome == "201 again" && again.body == first.body)
    }

    @Test("is another one under another key, and without a key each is")
    func otherKeys() async throws {
        let server = try NotesServer(.freeNotes())
        for key in ["k1", "k2", "K1", nil, nil] { #expect(try await server.write(once: key).outcome == "201") }
        #expect(await server.desk.notes.count == 5)
    }

    /// What keys are unique within, who calls where, and what becomes of the call behind one of tenant a's robot.
    struct Scope: Sendable {
        let within: [APIDescription.Idempotency.Partition]
        let key: String
        var path = "/notes"
        let outcome: String
    }

    @Test(
        "is known within what the contract says",
        arguments: [
            Scope(within: [.tenant, .endpoint], key: "a-ada", outcome: "201 again"),
            Scope(within: [.tenant, .endpoint], key: "b-robot", outcome: "201"),
            Scope(within: [.tenant, .endpoint], key: "a-robot", path: "/notes/1/copies", outcome: "201"),
            Scope(within: [.tenant], key: "a-robot", path: "/notes/1/copies", outcome: "422 idempotency-mismatch"),
            Scope(within: [.key], key: "a-robot", outcome: "201 again"), Scope(within: [.key], key: "a-ada", outcome: "201"),
            Scope(within: [.user], key: "a-ada", outcome: "201"),
            // Neither robot is a person: each has keys of its own all the same.
            Scope(within: [.user], key: "b-robot", outcome: "201"), Scope(within: [.user], key: "a-robot", outcome: "201 again"),
        ]
    )
    func scopes(scope: Scope) async throws {
        let server = try NotesServer(.freeNotes { $0.scope = scope.within })
        #expect(try await server.write().outcome == "201")
        #expect(try await server.write(as: scope.key, to: scope.path).outcome == scope.outcome)
    }

    @Test("is a new one when its time is over", arguments: [(3_599, "201 again"), (3_600, "201")])
    func retention(seconds: Int, outcome: String) async throws {
        let server = try NotesServer(.freeNotes())
        _ = try await server.write()
        server.clock.advance(by: .seconds(seconds))
        #expect(try await server.write().outcome == outcome)
        // What is over is no obstacle to another payload.
        let other = try await server.write(#"{"text":"tea"}"#, once: "k2")
        #expect(other.outcome == "201")
    }

    @Test("is known for ever where the contract says so")
    func forever() async throws {
        let server = try NotesServer(.freeNotes { $0.retention = nil })
        _ = try await server.write()
        server.clock.advance(by: .seconds(100 * 365 * 86_400))
        #expect(try await server.write().outcome == "201 again")
    }

    @Test("is forgotten little by little when its time is over")
    func forgetting() async throws {
        let server = try NotesServer(.freeNotes { $0.retention = 10 })
        for number in 0..<300 {
            _ = try await server.write(once: "k\(number)")
            server.clock.advance(by: .seconds(1))
            #expect(server.effects.base.callCount <= 10 + 64)
        }
    }
}

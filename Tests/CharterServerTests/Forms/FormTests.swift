import CharterRuntime
import Testing

/// Forms become the JSON value that handlers, checks and conventions know, whatever they were written in.
@Suite("Forms")
struct FormTests {
    @Test(
        "become values as their schema says",
        arguments: [
            ("name=Ada+Vale", #"{"name":"Ada Vale","tags":[]}"#),
            ("name=&tags=", "400 invalid-request tags[0]"),
            ("name=%C3%BC%2B%26%3D=x&&", #"{"name":"ü+&==x","tags":[]}"#),
            ("name", #"{"name":"","tags":[]}"#),
            (
                "name=a&size=9&share=0.5&isNew=true&sizes=1&sizes=2",
                #"{"isNew":true,"name":"a","share":0.5,"size":9,"sizes":[1,2],"tags":[]}"#
            ),
            ("name=a&tags=x&tags%5B%5D=y&tags[]=z", #"{"name":"a","tags":["x","y","z"]}"#),
            ("name=a&note=&state=", #"{"name":"a","note":null,"state":null,"tags":[]}"#),
            ("name=a&note=n&state=shut", #"{"name":"a","note":"n","state":"shut","tags":[]}"#),
            (
                "name=a&address[street]=s&address[floors]=1&address[floors][]=2&address[place][town]=t",
                #"{"address":{"floors":[1,2],"place":{"town":"t"},"street":"s"},"name":"a","tags":[]}"#
            ),
            ("", "400 invalid-request name"),
        ]
    )
    func values(body: String, outcome: String) async throws {
        #expect(try await FormBench().outcome(body) == outcome)
    }

    @Test(
        "have their faults at the places that JSON has",
        arguments: [
            ("name=a&size=10&isNew=on&share=1e", "isNew share size"), ("name=a&name=b", "name"), ("size=1&size=2", "size name"),
            ("name=a&size=", "size"), ("name=a&state=ajar", "state"), ("name=a&sizes=1&sizes=x", "sizes[1]"), ("name[x]=a", "name"),
            ("name=a&address=x", "address"), ("name=a&address[floors]=1", "address.street"), ("name=a&tags[0]=x", "tags"),
            ("name=a&address[place][town]=a&address[place][town]=b&address[street]=s", "address.place.town"),
            ("name=a&tags[][x]=1", "tags"), ("name=a&tags=1&tags=2&tags=3&tags=4", "tags"),
        ]
    )
    func faults(body: String, fields: String) async throws {
        #expect(try await FormBench().outcome(body) == "400 invalid-request \(fields)")
    }

    @Test("have no other fields, where the API refuses them; brackets that do not match are part of a name")
    func unknown() async throws {
        let body = "name=a&more=1&more=2&address[street]=s&address[x][y]=1&name]=1&na[me=2&[a]=3&name[a]b=4"
        #expect(try await FormBench().outcome(body) == #"{"address":{"street":"s"},"name":"a","tags":[]}"#.withUnknown)
        let strict = try await FormBench { $0.requests.unknownFields = .reject }.outcome(body)
        #expect(strict == #"400 invalid-request ["[a]"] address.x more ["na[me"] ["name[a]b"] ["name]"]"#)
        let top = try await FormBench { $0.requests.unknownFields = .rejectAtTop }.outcome("name=a&more=&address[street]=s&address[x]=1")
        #expect(top == "400 invalid-request more")
    }

    @Test(
        "are malformed where they cannot be read",
        arguments: ["name=%", "name=%4", "name=%zz", "%=a", "name=%FF", "name=%ED%A0%80", "a=1&name=%C3", "name=a&address[a][b][c][d]=1"]
    )
    func malformed(body: String) async throws {
        #expect(try await FormBench { $0.requests.bodyDepth = 4 }.outcome(body) == "400 malformed-body body")
    }

    @Test("are UTF-8 byte by byte")
    func bytes() async throws {
        #expect(try await FormBench().outcome(Array("name=".utf8) + [0xC3, 0xBC], as: FormBench.form) == #"{"name":"ü","tags":[]}"#)
        #expect(try await FormBench().outcome(Array("name=".utf8) + [0xFC], as: FormBench.form) == "400 malformed-body body")
    }

    @Test("have at most a thousand fields", arguments: [(1_000, true), (1_001, false)])
    func count(fields: Int, isTaken: Bool) async throws {
        let outcome = try await FormBench().outcome(Array(repeating: "x=1", count: fields - 1).joined(separator: "&") + "&name=a")
        #expect(outcome.hasPrefix("{") == isTaken)
        #expect(isTaken || outcome == "400 malformed-body body")
    }

    @Test("are not larger than other bodies")
    func size() async throws {
        let bench = FormBench { $0.requests.bodySize = 20 }
        #expect(try await bench.outcome("name=" + String(repeating: "a", count: 15)).hasPrefix("{"))
        #expect(try await bench.outcome("name=" + String(repeating: "a", count: 16)) == "413 body-too-large")
    }

    @Test("may be spelled as the API accepts, once")
    func spellings() async throws {
        let bench = FormBench { $0.json.acceptedNames = [.snakeCase] }
        #expect(try await bench.outcome("name=a&is_new=true") == #"{"is_new":true,"name":"a","tags":[]}"#)
        #expect(try await bench.outcome("name=a&is_new=true&isNew=true") == "400 invalid-request is_new")
    }

    @Test("stand in the brackets of an envelope")
    func envelope() async throws {
        let bench = FormBench({ $0.requests.unknownFields = .reject }, { $0.envelope = .init(request: "data") })
        #expect(try await bench.outcome("data[name]=a&data[size]=2") == #"{"name":"a","size":2,"tags":[]}"#)
        #expect(try await bench.outcome("name=a") == "400 invalid-request data name")
        #expect(try await bench.outcome("data[size]=x&more=1") == "400 invalid-request data.name data.size more")
    }

    @Test("have the key of a call among their fields")
    func idempotency() async throws {
        let bench = FormBench {
            $0.requests.unknownFields = .reject
        } _: {
            $0.idempotency = .init(
                name: "once",
                place: .field("once"),
                form: .string(length: .init(3, 5)),
                isRequired: true,
                scope: [.key],
                remembers: .successes
            )
        }
        #expect(try await bench.outcome("name=a&once=123").contains(#""once":"123""#))
        #expect(try await bench.outcome("name=a") == "400 idempotency-key-missing")
        #expect(try await bench.outcome("name=a&once=1") == "400 invalid-request once")
        let multipart = FormBench.parts(FormBench.part("name", "a"), FormBench.part("once", "1234"))
        #expect(try await bench.outcome(multipart, as: FormBench.multipart).contains(#""once":"1234""#))
    }
}

extension String {
    /// The value with the fields that handlers do not look at.
    fileprivate var withUnknown: String {
        replacing(#"{"street":"s"}"#, with: #"{"street":"s","x":{"y":"1"}}"#)
            .replacing(#"{"address""#, with: #"{"[a]":"3","address""#)
            .replacing(#","name":"a""#, with: #","more":"1","na[me":"2","name":"a","name[a]b":"4","name]":"1""#)
    }
}

import CharterRuntime
import Testing

@Suite("Error formats")
struct ErrorFormatTests {
    @Test("have the usual status and code, or the API's own")
    func words() {
        var format = APIDescription.ErrorFormat.problem
        #expect(format.status(of: .invalidRequest) == 400)
        #expect(format.text(of: .invalidRequest) == "invalid-request")
        format.faults = [
            .init(kind: .invalidRequest, status: 422, code: "VALIDATION"), .init(kind: .notFound, code: "MISSING"),
            .init(kind: .internalError, status: 502),
        ]
        #expect(format.status(of: .invalidRequest) == 422)
        #expect(format.text(of: .invalidRequest) == "VALIDATION")
        #expect(format.status(of: .notFound) == 404)
        #expect(format.text(of: .notFound) == "MISSING")
        #expect(format.status(of: .internalError) == 502)
        #expect(format.text(of: .internalError) == "internal-error")
        #expect(format.status(of: .quotaExceeded) == 429)
    }

    @Test("have an error status and a code in kebab case for every fault")
    func usualStatuses() {
        for code in Problem.Code.allCases {
            #expect((400...599).contains(code.usualStatus), "\(code)")
            #expect(code.rawValue.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(code)")
        }
    }
}

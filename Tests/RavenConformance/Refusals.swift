import CharterClient
import CharterRuntime

/// The code of the error with which a call fails, which is its status, for the API has no others; nil if the call succeeds.
func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
    do throws(ClientError) {
        _ = try await call()
        return nil
    } catch .refused(let status, let problem, _) {
        return problem.code == "\(status)" ? problem.code : "\(status) \(problem.code)"
    } catch {
        return error.description
    }
}

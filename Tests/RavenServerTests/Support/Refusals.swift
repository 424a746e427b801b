import CharterClient
import CharterRuntime

/// The status with which a call is refused; nil if it succeeds, and another text for whatever else went wrong.
func refusal<Value>(_ call: () async throws(ClientError) -> Value) async -> String? {
    do throws(ClientError) {
        _ = try await call()
        return nil
    } catch .refused(let status, _, _) {
        return "\(status)"
    } catch {
        return error.description
    }
}

/// Waits for something that a worker is to do, for ten seconds at most.
///
/// - Returns: Whether it came.
func comes(_ condition: () async throws -> Bool) async rethrows -> Bool {
    for _ in 0..<500 {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(20))
    }
    return false
}

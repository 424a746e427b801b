import Measuring

/// The requests that are sent to a server.
struct Load {
    let wrk: String
    let seconds: Int
    let connections: Int

    /// The CPU seconds that one request takes of a server.
    ///
    /// - Throws: ``FailedRun`` where a request fails, or is answered with another status than 200.
    func cost(of server: ServerProcess) throws -> Double {
        let arguments = [
            "--threads", "1", "--connections", String(connections), "--duration", "\(seconds)s", "--header", "X-API-Key: pk_live_benchmark",
            "http://127.0.0.1:\(server.port)/api/v1/communities/my-community/events",
        ]
        let start = try server.cpuTime()
        let report = try Tool.output(of: wrk, arguments)
        let taken = try server.cpuTime() - start
        // Such as "  52431 requests in 2.00s, 861.25MB read"; it speaks of errors only where there are any.
        guard !report.contains("Non-2xx"), !report.contains("Socket errors"), let match = report.firstMatch(of: #/(\d+) requests in /#),
            let requests = Double(match.1), requests > 0
        else { throw FailedRun([wrk] + arguments, report) }
        return taken / requests
    }
}

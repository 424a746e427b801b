import HTTPTypes
import Hummingbird
import Logging
import Tracing

extension Dispatcher {
    /// Answers a request, and tells of it: in the log, in metrics, and in a trace where the process has a tracer.
    ///
    /// - Parameter answer: Answers, and notes in the record, if there is one, who calls.
    func observed(
        _ request: Request,
        at metrics: RequestMetrics,
        facts: ReplyFacts,
        _ context: some RequestContext,
        _ answer: (RequestRecord?) async -> AnsweredRequest
    ) async -> Response {
        // Nothing is put together for a log that leaves it out.
        let record = context.logger.logLevel <= .info ? RequestRecord() : nil
        let start = stopwatch()
        let answered = await traced(request, at: metrics) { await answer(record) }
        let nanoseconds = (stopwatch() - start).saturatingNanoseconds
        metrics.note(request.method, answered: answered.response.status.code, nanoseconds: nanoseconds)
        if let refusal = answered.refusal { metrics.noteRefusal(refusal) }
        if let record {
            let entry = entry(of: request, answered, at: metrics, facts, record, nanoseconds: nanoseconds)
            context.logger.info("A request was answered.", metadata: entry)
        }
        return answered.response
    }

    private func entry(
        of request: Request,
        _ answered: AnsweredRequest,
        at metrics: RequestMetrics,
        _ facts: ReplyFacts,
        _ record: RequestRecord,
        nanoseconds: Int64
    ) -> Logger.Metadata {
        var entry: Logger.Metadata = [
            AttributeName.requestID: "\(facts.requestID)",
            AttributeName.method: "\(request.method.boundedName)",
            AttributeName.route: "\(metrics.route)",
            AttributeName.endpoint: "\(metrics.endpoint)",
            AttributeName.path: "\(api.redaction.url(request.uri.path).logged)",
            AttributeName.status: "\(answered.response.status.code)",
            AttributeName.duration: "\(Double(nanoseconds) / 1_000_000_000)",
        ]
        if let refusal = answered.refusal { entry[AttributeName.refusal] = "\(refusal)" }
        record.add(to: &entry, api.redaction)
        return entry
    }

    /// Answers a request within a span of its own, which goes on where the request's header fields say that its caller has begun.
    private func traced(
        _ request: Request,
        at metrics: RequestMetrics,
        _ answer: () async -> AnsweredRequest
    ) async -> AnsweredRequest {
        let instrument = InstrumentationSystem.instrument
        if instrument is NoOpInstrument { return await answer() }
        var context = ServiceContext.current ?? .topLevel
        instrument.extract(request.headers, into: &context, using: FieldExtractor())
        let method = request.method.boundedName
        return await withSpan("\(method) \(metrics.route)", context: context, ofKind: .server) { span in
            let answered = await answer()
            let status = answered.response.status.code
            span.updateAttributes { attributes in
                attributes[AttributeName.method] = method
                attributes[AttributeName.route] = metrics.route
                attributes[AttributeName.endpoint] = metrics.endpoint
                attributes[AttributeName.status] = status
                if let refusal = answered.refusal { attributes[AttributeName.refusal] = refusal }
                if status >= 500 { attributes[AttributeName.errorType] = "\(status)" }
            }
            // A refusal is no error of the server.
            if status >= 500 { span.setStatus(SpanStatus(code: .error)) }
            return answered
        }
    }
}

/// Reads what tracers know each other by from the header fields of a request.
private struct FieldExtractor: Extractor {
    func extract(key: String, from fields: HTTPFields) -> String? {
        HTTPField.Name(key).flatMap { fields[$0] }
    }
}

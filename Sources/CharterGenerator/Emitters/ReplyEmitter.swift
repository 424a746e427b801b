import CharterContract

/// Emits a type for each reply that is more than its body.
///
/// ```swift
/// public struct PlaceOrderReply: Hashable, Sendable {
///     public enum Status: Int, CaseIterable, Hashable, Sendable { … }
///     public var body: Order
///     public var status: Status
///     public var queue: Int
/// }
/// ```
struct ReplyEmitter: Emitter {
    let part = GenerationSettings.Part.models

    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource] {
        let names = ModelNames(schemas: job.api.schemas)
        var sources: [SwiftSource] = []
        for endpoint in job.api.endpoints {
            guard let view = ReplyView(endpoint, api: job.api, names: names) else { continue }
            sources.append(
                SwiftSource(
                    path: "Models/Replies/\(view.name).swift",
                    imports: SwiftImports(("CharterRuntime", true)),
                    declares: [view.name],
                    text: try job.render("Models/Reply", view)
                )
            )
        }
        return sources
    }
}

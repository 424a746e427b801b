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
        return try job.api.endpoints.compactMap { ReplyView($0, api: job.api, names: names) }.concurrentMap { view throws(TemplateFault) in
            SwiftSource(
                path: "Models/Replies/\(view.name).swift",
                imports: SwiftImports(("CharterRuntime", true)),
                declares: [view.name],
                text: try job.render("Models/Reply", view)
            )
        }
    }
}

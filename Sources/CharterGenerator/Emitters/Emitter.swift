import CharterContract

/// Makes declarations of one kind from an API.
///
/// Nothing is written to a disk here.
protocol Emitter: Sendable {
    /// What the declarations are part of.
    var part: GenerationSettings.Part { get }

    /// - Throws: ``TemplateFault`` if a template cannot be used.
    func sources(for job: APIEmission) throws(TemplateFault) -> [SwiftSource]
}

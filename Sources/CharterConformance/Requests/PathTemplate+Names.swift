import CharterRuntime

extension APIDescription.PathTemplate {
    /// The names of its parameters, in their order.
    var parameterNames: [String] {
        segments.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
    }
}

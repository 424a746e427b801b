/// A parameter of the function that adds an API's endpoints to a router.
struct RegistrationParameterView: TemplateView {
    /// `keys: any KeyStore`.
    let declaration: String
    let isLast: Bool

    static let properties = ViewProperties<RegistrationParameterView>(
        .text("declaration") { $0.declaration },
        .flag("isLast") { $0.isLast }
    )
}

/// One field of a form.
struct FormField: Hashable {
    /// Its name, brackets included: `address[street]`.
    var name: String
    var text: String
}

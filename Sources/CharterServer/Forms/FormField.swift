/// One field of a form, as it was sent.
struct FormField: Hashable {
    /// Its name, brackets included: `address[street]`.
    var name: String
    var content: Content

    /// What a field holds.
    enum Content: Hashable {
        case text(String)
        /// A file, or another part that is no plain text; what it holds is of no interest.
        case file
    }
}

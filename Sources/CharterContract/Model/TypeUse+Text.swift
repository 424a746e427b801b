extension TypeUse {
    /// The type as one name, where it only names types: `Event`, `[Event]?`; nil where something is written out.
    var nameText: String? {
        let bare: String? =
            switch form {
            case .named(let name): name
            case .list(let element): element.nameText.map { "[\($0)]" }
            case .map(let element): element.nameText.map { "{\($0)}" }
            case .object, .enumeration, .union, .constant: nil
            }
        return bare.map { isNullable ? $0 + "?" : $0 }
    }
}

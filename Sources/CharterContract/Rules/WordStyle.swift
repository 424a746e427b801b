/// How the words of a name are joined; nil for a name of one word, which has every style.
enum WordStyle: String {
    case camelCase
    case kebabCase = "kebab-case"
    case snakeCase = "snake_case"

    init?(of name: String) {
        if name.contains("-") {
            self = .kebabCase
        } else if name.dropFirst().contains("_") {
            self = .snakeCase
        } else if name.first?.isLowercase == true, name.contains(where: \.isUppercase) {
            self = .camelCase
        } else {
            return nil
        }
    }

    /// The names that are not in the style of most; of a tie, those not in the style that comes first.
    static func exceptions(among names: [Located<String>]) -> (common: Located<String>, exceptions: [Located<String>])? {
        let styled = names.compactMap { name in WordStyle(of: name.value).map { (name: name, style: $0) } }
        let counts = Dictionary(grouping: styled, by: \.style).mapValues(\.count)
        guard counts.count > 1, let most = counts.values.max(),
            let common = styled.first(where: { counts[$0.style] == most })
        else { return nil }
        return (common.name, styled.filter { $0.style != common.style }.map(\.name))
    }
}

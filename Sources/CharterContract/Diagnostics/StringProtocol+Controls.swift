extension StringProtocol {
    /// The text with the characters made visible that steer a terminal or turn its lines round: whoever wrote a contract, or a file beside
    /// generated ones, must not be able to write to the terminal of the person who reads about it.
    ///
    /// Line ends are such characters too; a tab is not.
    package var withControlsShown: String {
        var text = ""
        for scalar in unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control && scalar != "\t"
            text.unicodeScalars.append(isControl || scalar.properties.isBidiControl ? "\u{FFFD}" : scalar)
        }
        return text
    }
}

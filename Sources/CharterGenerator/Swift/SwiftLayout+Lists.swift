extension SwiftLayout {
    /// An array literal of short elements: on one line if it fits there, else on as few as it needs.
    ///
    /// - Parameters:
    ///   - elements: expressions that are never broken.
    ///   - prefix: what stands before the literal.
    ///   - indentation: the spaces before the line on which it begins.
    static func list(_ elements: [String], after prefix: String, indentation: Int) -> [String] {
        let oneLine = "\(prefix)[\(elements.joined(separator: ", "))]"
        // Formatters keep a column free for the comma that it would end with.
        if elements.count < 2 || indentation + oneLine.count < width { return [oneLine] }
        var lines = [prefix + "["]
        for element in elements {
            let last = lines[lines.count - 1]
            if lines.count > 1, indentation + last.count + element.count + 2 <= width {
                lines[lines.count - 1] += " \(element),"
            } else {
                lines.append("    \(element),")
            }
        }
        return lines + ["]"]
    }
}

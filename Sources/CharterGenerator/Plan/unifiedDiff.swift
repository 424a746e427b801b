/// The difference between two texts as `diff -u` shows it; nil stands for a file that does not exist.
package func unifiedDiff(from old: String?, to new: String?, path: String) -> String {
    let context = 3
    let lines = editScript(from: splitLines(old ?? ""), to: splitLines(new ?? ""))
    var text = "--- \(old == nil ? "/dev/null" : path)\n+++ \(new == nil ? "/dev/null" : path)\n"
    var index = 0
    while let change = lines[index...].firstIndex(where: { $0.mark != " " }) {
        let start = max(index, change - context)
        var end = change
        // Changes that are close together share a hunk.
        while let next = lines[end...].firstIndex(where: { $0.mark != " " }), next - end <= 2 * context { end = next + 1 }
        end = min(lines.count, end + context)
        text += hunk(lines[start..<end], before: lines[..<start])
        index = end
    }
    return text
}

private struct DiffLine {
    var mark: Character
    var text: String
}

/// The lines of a text, as bytes: CR LF is one character to Swift and holds no LF.
private func splitLines(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { String(Substring($0)) }
    let rest = lines.removeLast()
    if !rest.isEmpty { lines.append(rest + "\n\\ No newline at end of file") }
    return lines
}

/// All lines in order, each kept, removed or added.
private func editScript(from old: [String], to new: [String]) -> [DiffLine] {
    // Letters that look alike but are written with other bytes differ.
    let difference = new.difference(from: old) { $0.utf8.elementsEqual($1.utf8) }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in difference {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): added.insert(offset)
        }
    }
    var script: [DiffLine] = []
    var newIndex = 0
    for (index, line) in old.enumerated() {
        if removed.contains(index) {
            script.append(DiffLine(mark: "-", text: line))
            continue
        }
        while added.contains(newIndex) {
            script.append(DiffLine(mark: "+", text: new[newIndex]))
            newIndex += 1
        }
        script.append(DiffLine(mark: " ", text: line))
        newIndex += 1
    }
    return script + new[newIndex...].map { DiffLine(mark: "+", text: $0) }
}

private func hunk(_ lines: ArraySlice<DiffLine>, before: ArraySlice<DiffLine>) -> String {
    func range(_ without: Character) -> String {
        let start = before.count { $0.mark != without }
        let count = lines.count { $0.mark != without }
        return "\(count == 0 ? start : start + 1),\(count)"
    }
    return "@@ -\(range("+")) +\(range("-")) @@\n" + lines.map { "\($0.mark)\($0.text)\n" }.joined()
}

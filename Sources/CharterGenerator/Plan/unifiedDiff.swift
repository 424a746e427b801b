/// The difference between two texts as `diff -u` shows it; nil stands for a file that does not exist.
package func unifiedDiff(from old: String?, to new: String?, path: String) -> String {
    let context = 3
    let lines = editScript(from: splitLines(old ?? ""), to: splitLines(new ?? ""))
    var passed = Passed()
    var text = "--- \(old == nil ? "/dev/null" : path)\n+++ \(new == nil ? "/dev/null" : path)\n"
    var index = 0
    while let change = lines[index...].firstIndex(where: { $0.mark != " " }) {
        let start = max(index, change - context)
        var end = change
        // Changes that are close together share a hunk.
        while let next = lines[end...].firstIndex(where: { $0.mark != " " }), next - end <= 2 * context { end = next + 1 }
        end = min(lines.count, end + context)
        passed.skip(lines[index..<start])
        text += hunk(lines[start..<end], &passed)
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

/// How many lines of each text lie before a hunk; counted along the way, since there may be thousands of hunks.
private struct Passed {
    var old = 0
    var new = 0

    mutating func skip(_ lines: ArraySlice<DiffLine>) {
        old += lines.count { $0.mark != "+" }
        new += lines.count { $0.mark != "-" }
    }
}

private func hunk(_ lines: ArraySlice<DiffLine>, _ passed: inout Passed) -> String {
    let start = passed
    passed.skip(lines)
    func range(_ start: Int, _ end: Int) -> String {
        "\(end == start ? start : start + 1),\(end - start)"
    }
    let heading = "@@ -\(range(start.old, passed.old)) +\(range(start.new, passed.new)) @@\n"
    return heading + lines.map { "\($0.mark)\($0.text)\n" }.joined()
}

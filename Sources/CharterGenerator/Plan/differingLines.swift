/// Which lines of two texts differ, by their indices: without those, both are equal.
///
/// The fewest there are, where the texts are small enough to search for them; else lines are found again that stand only once in each text
/// and in the same order, and a large part between two of them counts as replaced.
func differingLines(_ old: [String], _ new: [String]) -> (removed: Set<Int>, added: Set<Int>) {
    // Letters that look alike but are written with other bytes differ.
    var difference = LineDifference(old: old.map { Array($0.utf8) }, new: new.map { Array($0.utf8) })
    difference.compare(old.indices, new.indices)
    return (difference.removed, difference.added)
}

private struct LineDifference {
    let old: [[UInt8]]
    let new: [[UInt8]]
    var removed: Set<Int> = []
    var added: Set<Int> = []

    /// Of how many lines two texts may be that are searched for the fewest differences; where they have nothing in common, it takes half the
    /// square of that.
    private static let mostLines = 8_000

    mutating func compare(_ oldLines: Range<Int>, _ newLines: Range<Int>) {
        var (oldLines, newLines) = (oldLines, newLines)
        trim(&oldLines, &newLines)
        guard oldLines.count + newLines.count > Self.mostLines else { return search(oldLines, newLines) }
        let anchors = anchors(oldLines, newLines)
        var (oldStart, newStart) = (oldLines.lowerBound, newLines.lowerBound)
        for (oldIndex, newIndex) in anchors + [(oldLines.upperBound, newLines.upperBound)] {
            let (oldGap, newGap) = (oldStart..<oldIndex, newStart..<newIndex)
            if oldGap.count + newGap.count > Self.mostLines { replace(oldGap, newGap) } else { search(oldGap, newGap) }
            (oldStart, newStart) = (oldIndex + 1, newIndex + 1)
        }
    }

    /// Leaves out what both begin and end with.
    private func trim(_ oldLines: inout Range<Int>, _ newLines: inout Range<Int>) {
        let head = zip(oldLines, newLines).prefix { old[$0] == new[$1] }.count
        let (oldRest, newRest) = (oldLines.dropFirst(head), newLines.dropFirst(head))
        let tail = zip(oldRest.reversed(), newRest.reversed()).prefix { old[$0] == new[$1] }.count
        (oldLines, newLines) = (oldRest.dropLast(tail), newRest.dropLast(tail))
    }

    private mutating func replace(_ oldLines: Range<Int>, _ newLines: Range<Int>) {
        removed.formUnion(oldLines)
        added.formUnion(newLines)
    }

    private mutating func search(_ oldLines: Range<Int>, _ newLines: Range<Int>) {
        // The search would take the square of what is all new, or all gone.
        guard !oldLines.isEmpty, !newLines.isEmpty else { return replace(oldLines, newLines) }
        for change in new[newLines].difference(from: old[oldLines]) {
            switch change {
            case .remove(let offset, _, _): removed.insert(oldLines.lowerBound + offset)
            case .insert(let offset, _, _): added.insert(newLines.lowerBound + offset)
            }
        }
    }

    /// The longest row of lines that stand once in each text, and in the same order in both.
    private func anchors(_ oldLines: Range<Int>, _ newLines: Range<Int>) -> [(old: Int, new: Int)] {
        let places = Self.uniquePlaces(new, newLines)
        let pairs = Self.uniquePlaces(old, oldLines).compactMap { line, index in places[line].map { (old: index, new: $0) } }
            .sorted { $0.old < $1.old }
        // For each length, the row of it that ends soonest in the new text; each pair knows the one before it.
        var ends: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
            }
            before[index] = low == 0 ? nil : ends[low - 1]
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        let row = sequence(first: ends.last) { index in index.map { before[$0] } }.prefix { $0 != nil }.compactMap(\.self)
        return row.reversed().map { pairs[$0] }
    }

    private static func uniquePlaces(_ lines: [[UInt8]], _ range: Range<Int>) -> [[UInt8]: Int] {
        var places: [[UInt8]: Int?] = [:]
        for index in range { places.updateValue(places.keys.contains(lines[index]) ? nil : index, forKey: lines[index]) }
        return places.compactMapValues(\.self)
    }
}

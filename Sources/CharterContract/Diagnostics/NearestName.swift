/// The name that someone most likely meant, or nil if none is near.
///
/// A name is near when no more than a third of its characters were mistyped; case does not count.
package func nearestName(to typed: String, among names: some Sequence<String>) -> String? {
    let typedCharacters = Array(typed.lowercased())
    var best: (name: String, distance: Int)?
    for name in names {
        let characters = Array(name.lowercased())
        let allowed = max(1, max(characters.count, typedCharacters.count) / 3)
        guard abs(characters.count - typedCharacters.count) <= allowed else { continue }
        let distance = editDistance(typedCharacters, characters)
        if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
}

/// The number of characters to insert, delete, replace or swap with their neighbour (optimal string alignment).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, character) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            var distance = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (character == other ? 0 : 1))
            if row > 0, column > 0, character == right[column - 1], left[row - 1] == other {
                distance = min(distance, beforePrevious[column - 1] + 1)
            }
            current.append(distance)
        }
        (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
}

extension String {
    /// Its letters and digits, in lower case: `pupilId` and `pupil_id` are the same name in two styles.
    var plainLetters: String { lowercased().filter { $0.isLetter || $0.isNumber } }

    /// What one of several things of that name may be called, as English makes names of several; nothing for a name of one.
    var singulars: [String] {
        guard hasSuffix("s") else { return [] }
        return [String(dropLast())] + (hasSuffix("es") ? [String(dropLast(2))] : []) + (hasSuffix("ies") ? [dropLast(3) + "y"] : [])
    }
}

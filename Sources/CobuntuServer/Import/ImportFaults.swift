import CharterRuntime

/// What keeps a file from being brought in; nothing of it is written then.
package struct ImportFaults: Error, Hashable, Sendable, CustomStringConvertible {
    /// Each with its place in the file, as `events[0].tiers[1].name`, what is wrong and how to mend it.
    package var faults: [Problem.FieldFault]

    /// Every fault in a line of its own.
    package var description: String { lines(of: nil).joined(separator: "\n") }

    /// Every fault in a line, behind the name of its file.
    package func lines(of file: String?) -> [String] {
        faults.map { fault in
            let place = [file, fault.field.isEmpty ? nil : fault.field].compactMap(\.self).joined(separator: ": ")
            return place.isEmpty ? fault.message : "\(place) \(fault.message)"
        }
    }
}

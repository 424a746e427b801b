import CharterYAML

extension Diagnostic {
    /// The diagnostic for programs: lines and columns count from 1, and the end is the place behind the last character.
    package var json: OrderedJSON {
        [
            "file": .string(span.file), "start": span.start.json, "end": span.end.json, "severity": .string(severity.rawValue),
            "rule": .string(rule), "message": .string(message), "help": help.map { .string($0) }, "notes": .array(notes.map(\.json)),
        ]
    }
}

extension Diagnostic.Note {
    fileprivate var json: OrderedJSON {
        ["file": .string(span.file), "start": span.start.json, "end": span.end.json, "message": .string(message)]
    }
}

extension SourcePosition {
    fileprivate var json: OrderedJSON {
        ["line": .number(String(line)), "column": .number(String(column))]
    }
}

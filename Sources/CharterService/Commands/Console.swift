import Foundation

/// The two streams: results go to standard output, everything else to standard error.
public enum Console {
    /// Writes a line at once, also into a pipe.
    static func print(_ line: String) {
        FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }

    /// Writes a line beside the results.
    public static func note(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    static func end(_ ending: CommandEnding) -> Never {
        exit(ending.rawValue)
    }
}

public import CharterRuntime

/// Where a contract says what a check tests; lines and columns count from 1.
public struct CheckPlace: Hashable, Sendable {
    /// The file of the contract, or one that it includes.
    public var file: String
    /// The line.
    public var line: Int
    /// The column.
    public var column: Int

    /// Creates a place.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension CheckPlace: JSONReadable, JSONWritable {
    private static let names: [StaticString] = ["file", "line", "column"]

    /// Reads a place.
    public init(from json: inout JSONReader) throws(JSONFault) {
        var file: String?
        var (line, column): (Int?, Int?)
        var members = try json.members(Self.names, required: [0, 1, 2])
        while let member = try members.next(&json) {
            switch member {
            case 0: json.read(&file)
            case 1: json.read(&line)
            default: json.read(&column)
            }
        }
        self.init(file: members.required(file), line: members.required(line), column: members.required(column))
    }

    /// Writes the place.
    public func write(to json: inout JSONWriter) {
        json.openObject()
        json.member("file", file)
        json.member("line", line)
        json.member("column", column)
        json.closeObject()
    }
}

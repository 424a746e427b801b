import Foundation

/// The reference of the language, `spec/README.md`.
struct LanguageReference {
    /// A table, with the headings that it stands below and the one before it was cut by.
    struct Table {
        var section: String
        /// The first cells of its heading row.
        var heading: String
        /// The first cell of each row.
        var keys: [String]
    }

    let text: String

    init() throws {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        text = try String(contentsOf: tests.appendingPathComponent("../../../spec/README.md").standardizedFileURL, encoding: .utf8)
    }

    /// The tables in the order of the text; keys without their ticks.
    var tables: [Table] {
        var tables: [Table] = []
        var section = ""
        var isInside = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("#") { section = String(line.drop { $0 == "#" || $0 == " " }) }
            guard line.hasPrefix("|") else {
                isInside = false
                continue
            }
            let first = line.dropFirst().prefix { $0 != "|" }
            if !isInside {
                tables.append(Table(section: section, heading: first.filter { $0 != " " }, keys: []))
            } else if !line.hasPrefix("|---") {
                tables[tables.count - 1].keys += first.matches(of: /`([^`]+)`/).map { String($0.1) }
            }
            isInside = true
        }
        return tables
    }

    /// The blocks of YAML, each with the section that it stands in.
    var examples: [(section: String, text: String)] {
        var examples: [(section: String, text: String)] = []
        var section = ""
        var block: String?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line == "```yaml" {
                block = ""
            } else if line == "```", let text = block {
                examples.append((section, text))
                block = nil
            } else if block != nil {
                block?.append(line + "\n")
            } else if line.hasPrefix("## ") {
                section = String(line.dropFirst(3))
            }
        }
        return examples
    }

    /// The sections, by their headings of the second level.
    var sections: [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    }
}

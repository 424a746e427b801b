/// The text of a JSON object, indented like ``OrderedJSON/prettyText``, that is written member by member: no more than one of them is held.
package struct ObjectText {
    private var text = "{"
    private var indentation = "\n"
    private var isEmpty = true

    package init() {}

    /// Adds a member.
    package mutating func add(_ member: OrderedJSON.Member) {
        begin(member.name)
        member.value.write(to: &text, indentation: indentation + "  ")
    }

    /// Adds a member that is an object, to which `members` adds those that it has.
    package mutating func addObject(_ name: String, members: (inout ObjectText) -> Void) {
        begin(name)
        text += "{"
        let outer = indentation
        (indentation, isEmpty) = (outer + "  ", true)
        members(&self)
        end()
        (indentation, isEmpty) = (outer, false)
    }

    /// The text, with a newline at its end.
    package consuming func ended() -> String {
        end()
        text += "\n"
        return text
    }

    private mutating func begin(_ name: String) {
        text += isEmpty ? "" : ","
        text += indentation + "  "
        OrderedJSON.write(name, to: &text)
        text += ": "
        isEmpty = false
    }

    private mutating func end() {
        text += isEmpty ? "}" : indentation + "}"
    }
}

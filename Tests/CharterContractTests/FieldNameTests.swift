@testable import CharterContract
import Testing

/// Models write the names of their fields as they stand, so no field has a name in which JSON escapes something (RFC 8259 §7).
@Suite("The names of fields")
struct FieldNameTests {
    @Test("have nothing in them that JSON escapes", arguments: (0...0xFF).compactMap(Unicode.Scalar.init))
    func escapes(_ scalar: Unicode.Scalar) {
        let isEscaped = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
        for name in ["\(scalar)", "a\(scalar)", "a\(scalar)a"] {
            #expect(!(NameForm.field.fits(name) && isEscaped))
            #expect(!(NameForm.field.fits(name) && !scalar.isASCII), "one byte is one character")
        }
    }

    @Test("are refused where they stand", arguments: [#"a\"b"#, #"a\\b"#, #"a\u0001b"#])
    func refusal(_ name: String) throws {
        let text = """
            endpoints: { GET /: { id: look, does: Look, returns: Order } }
            types:
              Order: { fields: { "\(name)": { type: string, about: A field. } }, about: An order. }
              Part: { union: { by: "\(name)", of: { nut: Nut } }, about: A part. }
              Nut: { fields: { type: { const: nut, about: A nut. } }, about: A nut. }
            """
        let rules = TestContract.rules(text)
        #expect(rules.contains("invalid-name"), "of the field")
        #expect(rules.contains("union-without-tag"), "of the tag")
    }
}

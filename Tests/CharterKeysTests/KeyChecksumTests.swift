import CharterRuntime
@testable import CharterServer
import Testing

@Suite("The checksum of a key")
struct KeyChecksumTests {
    @Test("is CRC-32, in six digits of Base62")
    func known() {
        // The check value of CRC-32/ISO-HDLC, and the ends of what six digits can say.
        #expect(KeyChecksum.crc32("123456789".utf8) == 0xCBF4_3926)
        #expect(String(decoding: KeyChecksum.text(of: "123456789".utf8), as: UTF8.self) == "3jZRME")
        #expect(KeyChecksum.crc32([]) == 0)
        #expect(String(decoding: KeyChecksum.text(of: []), as: UTF8.self) == "000000")
    }

    @Test("tells every wrong character, and every two that were swapped", arguments: 0..<2 as Range<UInt64>)
    func typos(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let described = try DescribedKey(kind: "secret", credential: nil, in: .keys())
        let key = Array(try KeyMaker(.keys()).key(described, using: &generator).text.utf8)
        #expect(isTaken(key))
        for place in key.indices {
            for other in KeyChecksum.alphabet where other != key[place] {
                var typo = key
                typo[place] = other
                #expect(!isTaken(typo))
            }
            for other in key.indices where key[other] != key[place] {
                var swapped = key
                swapped.swapAt(place, other)
                #expect(!isTaken(swapped))
            }
            var shorter = key
            shorter.remove(at: place)
            #expect(!isTaken(shorter))
        }
    }

    @Test("stands at the end of keys whose form leaves room for it")
    func forms() throws {
        let endings: [String: Bool] = [
            "[A-Za-z0-9]{36}": true, "[A-Za-z0-9]+": true, #"\w{28}"#: true, "[A-Za-z0-9]{27}": false, "[a-z0-9]{36}": false,
            "[A-Za-z0-9]{36}x": false,
        ]
        for (form, isThere) in endings {
            let api = APIDescription.keys(with: .init(name: "formed", prefix: "fk_", form: form, use: .serverOnly, holds: .all))
            let described = try DescribedKey(kind: "formed", credential: nil, in: api)
            #expect(described.endsInChecksum == isThere, "\(form)")
            #expect(KeyChecksum.isAtEnd(of: try KeyMaker(api).key(kind: "formed").text) == isThere, "\(form)")
        }
    }

    private func isTaken(_ bytes: [UInt8]) -> Bool {
        KeyChecksum.isAtEnd(of: String(decoding: bytes, as: UTF8.self))
    }
}

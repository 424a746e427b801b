import ArgumentParser
import CharterRuntime
import EventModels
import Foundation

/// One of the four codings that are compared.
enum Coding: String, CaseIterable, ExpressibleByArgument {
    case decodeCharter = "decode-charter"
    case decodeFoundation = "decode-foundation"
    case encodeCharter = "encode-charter"
    case encodeFoundation = "encode-foundation"

    /// What does it once; the coders of Foundation are made once for all times.
    ///
    /// - Parameter page: What is coded.
    /// - Returns: The number of events or bytes that came out, so that nothing of it can be left away.
    func work(on page: EventPage) throws -> () throws -> Int {
        let bytes = try JSONCoding.encode(page)
        switch self {
        case .decodeCharter: return { try JSONCoding.decode(EventPage.self, from: bytes).items.count }
        case .decodeFoundation:
            let (decoder, data) = (JSONDecoder(), Data(bytes))
            return { try decoder.decode(EventPage.self, from: data).items.count }
        case .encodeCharter: return { try JSONCoding.encode(page).count }
        case .encodeFoundation:
            let encoder = JSONEncoder()
            return { try encoder.encode(page).count }
        }
    }

    /// Fails unless both coders read and write the same.
    static func check(_ page: EventPage) throws {
        let (ours, theirs) = (try JSONCoding.encode(page), try JSONEncoder().encode(page))
        guard try JSONCoding.decode(EventPage.self, from: Array(theirs)) == page,
            try JSONDecoder().decode(EventPage.self, from: Data(ours)) == page
        else { throw ValidationError("the coders do not agree") }
    }
}

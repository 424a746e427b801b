import CharterRuntime
import Foundation

/// An e-mail as it travels (RFC 5322, RFC 2045, RFC 2047); the same whenever it is written.
struct MailText {
    private let mail: OutgoingMail

    init(_ mail: OutgoingMail) {
        self.mail = mail
    }

    /// Header fields and body, with the line ends that e-mails have.
    var text: String {
        var fields = [
            "From: \(Self.words(mail.communityName))\r\n <\(mail.sender)>",
            "To: \(Self.words(mail.recipient.name))\r\n <\(mail.recipient.email)>",
            "Subject: \(Self.words(mail.subject))",
            "Date: \(mail.acceptedAt.httpDate.replacing("GMT", with: "+0000"))",
            "Message-ID: \(mail.messageID)",
            "Precedence: bulk",
            "MIME-Version: 1.0",
        ]
        if let replyTo = mail.replyTo { fields.append("Reply-To: <\(replyTo)>") }
        let body = body
        return (fields + body).joined(separator: "\r\n") + "\r\n"
    }

    private var body: [String] {
        guard let html = mail.html else { return Self.part(mail.text, "text/plain") }
        // The identifier stands in no Base64, for it has hyphens.
        let boundary = "=-\(mail.broadcast)"
        return ["Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", "", "--\(boundary)"]
            + Self.part(mail.text, "text/plain") + ["--\(boundary)"] + Self.part(html, "text/html") + ["--\(boundary)--"]
    }

    private static func part(_ text: String, _ type: String) -> [String] {
        let lines = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        return ["Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: base64", "", lines]
    }

    /// A text as encoded words, of which none can end its field whatever it holds; no line has more than 76 characters.
    private static func words(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for character in text {
            let bytes = Array(String(character).utf8)
            // 39 bytes are 52 characters of Base64, to which come the word's own 12 and the field's name. A longer character has a word of its own.
            if let last = words.last, last.count + bytes.count > 39, !last.isEmpty { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}

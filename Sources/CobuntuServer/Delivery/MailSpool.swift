import CharterRuntime
import CharterService
import Foundation
import NIOPosix

/// Delivers e-mails into a folder, one file for each recipient: `<broadcast>/<user>.eml`.
///
/// A file is there whole or not at all, and stands in the place of itself when it is delivered again.
package struct MailSpool: MailDelivery {
    /// The folder.
    package let folder: URL

    /// Delivers into a folder, which is made with the first e-mail.
    package init(folder: URL) {
        self.folder = folder
    }

    /// Writes an e-mail.
    package func deliver(_ mail: OutgoingMail) async throws {
        let folder = folder.appending(path: mail.broadcast.description)
        let text = Data(MailText(mail).text.utf8)
        // Disks keep whoever writes waiting, which the threads of tasks must not.
        try await NIOThreadPool.singleton.runIfActive {
            try DurableFile.write(text, to: folder.appending(path: "\(mail.recipient.id).eml"), depth: 2)
        }
    }
}

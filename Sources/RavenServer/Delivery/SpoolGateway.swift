import CharterRuntime
import CharterService
import Foundation
import NIOPosix
import RavenModels

/// A gateway that needs no network: a folder with a file of JSON for each message, in `email/` or `sms/`, from where anything may carry them on.
///
/// A message is in the spool once, however often it is accepted, and whenever the process was ended: a file has the message's identifier as its name and appears whole.
/// What lies there has arrived; what takes it from there is another program's business.
public struct SpoolGateway: MessageGateway {
    private let folder: URL
    private let threads = NIOThreadPool.singleton

    /// Uses a spool, whose folders are made when they are needed.
    public init(folder: URL) {
        self.folder = folder
    }

    /// Writes the message into the spool, unless its recipient can be none of its channel.
    public func accept(_ message: OutgoingMessage) async throws -> GatewayAnswer {
        guard message.message.hasPossibleRecipient else { return .refused }
        let file = file(of: message)
        let bytes = Data(try JSONCoding.encode(SpooledMessage(message)) + [UInt8(ascii: "\n")])
        // Waiting for a disk would hold up everything else that runs.
        try await threads.runIfActive {
            if FileManager.default.fileExists(atPath: file.path) { return }
            try DurableFile.write(bytes, to: file, depth: 2)
        }
        return .accepted
    }

    /// The message has arrived: it was written down before it was accepted.
    public func report(on message: OutgoingMessage) async throws -> GatewayReport {
        .delivered
    }

    /// Removes everything that lies in the spool.
    ///
    /// - Throws: what kept it from being removed.
    func empty() async throws {
        try await threads.runIfActive {
            guard FileManager.default.fileExists(atPath: folder.path) else { return }
            try FileManager.default.removeItem(at: folder)
        }
    }

    private func file(of message: OutgoingMessage) -> URL {
        folder.appending(path: message.message.channel.rawValue).appending(path: "\(message.message.id).json")
    }
}

extension Message {
    /// Whether the recipient looks like one of the channel: an `@` with something on both sides, or a telephone number of 3 to 15 digits (E.164).
    var hasPossibleRecipient: Bool {
        switch channel {
        case .email:
            let parts = to.split(separator: "@", omittingEmptySubsequences: false)
            return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !to.contains { $0.isWhitespace || $0 < " " }
        case .sms:
            let digits = to.filter { $0.isASCII && $0.isNumber }
            return (3...15).contains(digits.count) && to.allSatisfy { digits.contains($0) || "+-(). ".contains($0) }
        case .unknown: return false
        }
    }
}

import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Keeps what is written as the body of an answer.
final class AnswerBody: ResponseBodyWriter, Sendable {
    private let collected = Mutex<[UInt8]>([])

    /// Everything that was written so far.
    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ buffer: ByteBuffer) async throws {
        collected.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

import Foundation
import Testing

/// A terminal at which nobody sits: what a command writes to it is kept, byte for byte.
final class PseudoTerminal: Sendable {
    /// The end that a command writes to.
    let follower: FileHandle
    private let leader: FileHandle
    private let pieces: AsyncStream<[UInt8]>

    init() throws {
        var descriptors: (leader: Int32, follower: Int32) = (-1, -1)
        let status = openpty(&descriptors.leader, &descriptors.follower, nil, nil, nil)
        try #require(status == 0, "there is no pseudo-terminal to be had: \(String(cString: strerror(errno)))")
        leader = FileHandle(fileDescriptor: descriptors.leader, closeOnDealloc: true)
        follower = FileHandle(fileDescriptor: descriptors.follower, closeOnDealloc: true)
        // A terminal would write CR LF for every line feed.
        var settings = termios()
        try #require(tcgetattr(descriptors.follower, &settings) == 0)
        cfmakeraw(&settings)
        try #require(tcsetattr(descriptors.follower, TCSANOW, &settings) == 0)
        pieces = Self.read(leader)
    }

    /// All that was written, once no command writes any more.
    func text() async throws -> String {
        // Commands write no NUL, so it marks the end.
        try follower.write(contentsOf: [0])
        var bytes: [UInt8] = []
        for await piece in pieces { bytes += piece }
        return try #require(String(validating: bytes.dropLast(), as: UTF8.self))
    }

    /// Reads in a thread of its own up to the first NUL: a command stops when nobody takes what it writes.
    private static func read(_ leader: FileHandle) -> AsyncStream<[UInt8]> {
        let (pieces, feed) = AsyncStream.makeStream(of: [UInt8].self)
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = Foundation.read(leader.fileDescriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                feed.yield(Array(buffer[..<count]))
                if buffer[count - 1] == 0 { break }
            }
            feed.finish()
        }
        return pieces
    }
}

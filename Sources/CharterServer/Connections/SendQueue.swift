import NIOCore

#if canImport(Glibc)
    import Glibc
#endif

/// Knows what of the bytes written to a connection has not reached its client.
protocol SendQueue {
    /// The bytes that the system has not taken yet.
    func waiting(on channel: any Channel) -> Int
    /// The bytes that the system has taken, and the client's has not acknowledged.
    func travelling(on channel: any Channel) -> Int
}

/// What NIO and the system say of a socket.
struct SocketSendQueue: SendQueue {
    func waiting(on channel: any Channel) -> Int {
        // A channel that was closed sends nothing more.
        (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }

    /// Without these, somebody who reads slowly would look as if he did not at all: a socket takes more only once a third of a buffer of megabytes is free.
    func travelling(on channel: any Channel) -> Int {
        #if canImport(Glibc)
            let count = try? channel.pipeline.syncOperations.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
                var bytes: CInt = 0
                return ioctl(socket, UInt(TIOCOUTQ), &bytes) == 0 ? Int(bytes) : 0
            }
            return count ?? 0
        #else
            return 0
        #endif
    }
}

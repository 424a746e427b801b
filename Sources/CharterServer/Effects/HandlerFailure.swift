/// What a handler threw, told from what kept a store from doing its work.
struct HandlerFailure: Error {
    let cause: any Error
}

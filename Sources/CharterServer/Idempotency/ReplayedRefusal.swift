/// A call that was refused is made again: it is answered as it was then, and told of as the refusal that it is.
struct ReplayedRefusal: Error {
    let answer: AnsweredRequest
}

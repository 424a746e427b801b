import HTTPTypes
import Hummingbird
import HummingbirdCore

/// A call that was refused is made again: it is answered as it was then, and told of as the refusal that it is.
struct ReplayedRefusal: Error, CustomStringConvertible {
    let answer: AnsweredRequest

    var description: String { "\(answer.response.status.code) '\(answer.refusal ?? AttributeName.other)'" }
}

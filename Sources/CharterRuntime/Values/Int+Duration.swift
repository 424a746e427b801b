extension Int {
    /// A number of seconds as people say it, in the largest unit that they fill: `a minute`, `92 days`.
    package var asDuration: String {
        switch self {
        case 1: "a second"
        case 60: "a minute"
        case 3_600: "an hour"
        case 86_400: "24 hours"
        case let seconds where seconds > 0 && seconds % 86_400 == 0: "\(seconds / 86_400) days"
        case let seconds where seconds > 0 && seconds % 3_600 == 0: "\(seconds / 3_600) hours"
        case let seconds where seconds > 0 && seconds % 60 == 0: "\(seconds / 60) minutes"
        default: "\(self) seconds"
        }
    }
}

import Foundation

extension Error {
    /// What the system said, such as `Is a directory`, which Foundation keeps behind a number.
    package var reason: String {
        systemCode.map { String(cString: strerror($0)) } ?? localizedDescription
    }

    /// The number of the system's error.
    package var systemCode: Int32? {
        let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        return underlying.flatMap { $0.domain == NSPOSIXErrorDomain ? Int32($0.code) : nil }
    }
}

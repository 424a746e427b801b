import Foundation

extension Error {
    /// What the system said, such as `Is a directory`, which Foundation keeps behind a number.
    package var reason: String {
        systemCode.map { String(cString: strerror($0)) } ?? localizedDescription
    }

    /// The number of the system's error.
    package var systemCode: Int32? {
        let error = self as NSError
        if error.domain == NSPOSIXErrorDomain { return Int32(error.code) }
        // What lies beneath is an NSError or a POSIXError; the cast to NSError would not find the latter.
        return (error.userInfo[NSUnderlyingErrorKey] as? any Error)?.systemCode
    }
}

import Foundation

/// The variables with which the process was started.
enum Environment {
    /// What a variable says; nil if it is not there, or empty.
    static func value(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}

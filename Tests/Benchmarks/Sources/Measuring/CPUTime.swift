import Foundation

/// Seconds of the processor, in user and system mode: unlike time on the clock, they hardly grow while the machine does something else.
package enum CPUTime {
    /// What this process took so far.
    package static var ofThisProcess: Double {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        #else
            getrusage(RUSAGE_SELF, &usage)
        #endif
        return usage.cpuSeconds
    }
}

extension rusage {
    /// User and system time together.
    var cpuSeconds: Double {
        ru_utime.seconds + ru_stime.seconds
    }
}

extension timeval {
    fileprivate var seconds: Double {
        Double(tv_sec) + Double(tv_usec) / 1_000_000
    }
}

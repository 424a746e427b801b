import Foundation

/// What one run of a command took, from its start to its end.
package struct ProcessMeasurement {
    /// Seconds that passed.
    package var wall: Double
    /// Seconds of the processor, in user and system mode.
    package var cpu: Double
    /// The most memory that was resident at any time, in bytes.
    package var peakMemory: Int

    /// Runs a command, its output into a file.
    ///
    /// - Parameter output: takes what the command says, to be shown where it fails.
    /// - Throws: ``FailedRun`` where it cannot be started, or does not exit with 0.
    package init(running arguments: [String], output: URL) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var words = arguments.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }

        var process = pid_t()
        let clock = ContinuousClock()
        let start = clock.now
        let failure = posix_spawn(&process, arguments[0], &actions, nil, &words, environ)
        guard failure == 0 else { throw FailedRun(arguments, String(cString: strerror(failure))) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) == -1 {
            guard errno == EINTR else { throw FailedRun(arguments, String(cString: strerror(errno))) }
        }
        wall = (clock.now - start) / .seconds(1)
        guard status == 0 else { throw FailedRun(arguments, try String(contentsOf: output, encoding: .utf8)) }
        cpu = usage.cpuSeconds
        #if canImport(Darwin)
            peakMemory = usage.ru_maxrss
        #else
            peakMemory = usage.ru_maxrss * 1024
        #endif
    }

    package init(wall: Double, cpu: Double, peakMemory: Int) {
        (self.wall, self.cpu, self.peakMemory) = (wall, cpu, peakMemory)
    }
}

extension [ProcessMeasurement] {
    /// The median of each time, and the most memory.
    package var typical: ProcessMeasurement {
        ProcessMeasurement(
            wall: map(\.wall).sorted()[count / 2],
            cpu: map(\.cpu).sorted()[count / 2],
            peakMemory: map(\.peakMemory).max() ?? 0
        )
    }
}

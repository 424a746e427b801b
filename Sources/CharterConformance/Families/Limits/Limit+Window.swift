import CharterRuntime

extension APIDescription.Limit {
    /// How long a window is at most, in seconds: a month where the calendar or a subscription says when it ends.
    var longestWindow: Int { seconds ?? 31 * 86_400 }

    /// How long a window is at least.
    var shortestWindow: Int { seconds ?? 28 * 86_400 }

    /// Whether what took so long has most likely been in one window; behind its end, everybody may call again.
    func isWellWithinWindow(_ duration: Duration) -> Bool { duration < .seconds(seconds ?? 86_400) * 3 / 4 }

    /// Whether it fills up again all the time.
    var isBucket: Bool { burst != nil || !burstByPlan.isEmpty }

    /// How many of a number for a window drop into a bucket in so much time.
    func drops(of number: Int, in duration: Duration) -> Int { Int(duration / .seconds(longestWindow) * Double(number)) }

    /// All numbers that it allows, on whatever plan, in a window or at once.
    var numbers: [Int] { [allow, burst].compactMap(\.self) + allowByPlan.values.compactMap(\.self) + burstByPlan.values }
}

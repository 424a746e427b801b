extension LimitTally {
    /// Drops what is over at an instant.
    ///
    /// What was kept under another kind of window, or by a bucket of another period, is dropped as well: a limit that the contract changes so begins anew.
    mutating func settle(_ rule: LimitRule, at now: Int64) {
        switch (release(), rule.window) {
        case (.bucket(let bucket), .sliding(let seconds)) where rule.burst != nil && bucket.period == Int64(nanosecondsOf: seconds):
            settle(bucket, rule, at: now)
        case (.log(let log), .sliding(let seconds)) where rule.burst == nil:
            settle(log, Int64(nanosecondsOf: seconds), at: now)
        case (.window(let counted), let window) where !window.slides: settle(counted, window, at: now)
        default: endsAt = nil
        }
    }

    /// Gives the record away, so that nothing else holds its instants while they are changed: they would be copied.
    private mutating func release() -> Record {
        let released = record
        record = .nothing
        return released
    }

    private mutating func settle(_ log: consuming InstantLog, _ length: Int64, at now: Int64) {
        guard let latest = log.latest else { return keep(log, length) }
        if latest.saturatingSubtract(now) > length { log.lower(to: now) }
        log.drop(through: max(now, log.latest ?? now).saturatingSubtract(length))
        keep(log, length)
    }

    private mutating func settle(_ bucket: TokenBucket, _ rule: LimitRule, at now: Int64) {
        var bucket = bucket
        if bucket.instant.saturatingSubtract(now) > bucket.period { bucket.instant = now }
        bucket.refill(until: max(now, bucket.instant), rule)
        keep(bucket, rule)
    }

    private mutating func settle(_ counted: CountedWindow, _ window: LimitWindow, at now: Int64) {
        var counted = counted
        let present = window.bounds(around: now)
        if counted.start.saturatingSubtract(now) > present.upperBound.saturatingSubtract(present.lowerBound) {
            counted.start = present.lowerBound
        }
        keep(counted, window, until: max(now, counted.start))
    }

    /// Keeps a window that is not over at an instant.
    private mutating func keep(_ counted: CountedWindow, _ window: LimitWindow, until instant: Int64) {
        let isOver: Bool
        let bounds: Range<Int64>
        if case .fromFirst = window {
            bounds = window.bounds(around: counted.start)
            isOver = instant >= bounds.upperBound
        } else {
            bounds = window.bounds(around: instant)
            isOver = counted.start < bounds.lowerBound
        }
        let isEmpty = isOver || counted.count == 0
        record = isEmpty ? .nothing : .window(counted)
        endsAt = isEmpty ? nil : bounds.upperBound
    }

    private mutating func keep(_ log: InstantLog, _ length: Int64) {
        record = log.count == 0 ? .nothing : .log(log)
        endsAt = log.count == 0 ? nil : log.latest?.saturatingAdd(length)
    }

    private mutating func keep(_ bucket: TokenBucket, _ rule: LimitRule) {
        record = bucket.missing == 0 ? .nothing : .bucket(bucket)
        endsAt = bucket.missing == 0 ? nil : bucket.instant.saturatingAdd(bucket.timeUntilFull(rule))
    }

    /// Counts a request that passes, in a tally that is settled.
    ///
    /// - Returns: the instant under which it is counted, for ``takeBack(_:countedAt:)``.
    @discardableResult
    mutating func add(_ rule: LimitRule, at now: Int64) -> Int64 {
        switch rule.window {
        case .sliding(let seconds):
            guard rule.burst == nil else { return addToBucket(rule, Int64(nanosecondsOf: seconds), at: now) }
            var log = InstantLog()
            if case .log(let kept) = release() { log = kept }
            let instant = max(now, log.latest ?? now)
            log.append(instant)
            keep(log, Int64(nanosecondsOf: seconds))
            return instant
        case .fixed, .fromFirst, .day, .month, .billingCycle:
            var counted = CountedWindow(start: rule.window.bounds(around: now).lowerBound, count: 0)
            if case .window(let kept) = record { counted = kept }
            counted.count += 1
            let instant = max(now, counted.start)
            keep(counted, rule.window, until: instant)
            return instant
        }
    }

    private mutating func addToBucket(_ rule: LimitRule, _ period: Int64, at now: Int64) -> Int64 {
        var bucket = TokenBucket(period: period, instant: now)
        if case .bucket(let kept) = record { bucket = kept }
        bucket.take()
        keep(bucket, rule)
        return bucket.instant
    }

    /// Takes a request back that was counted, as if it had not been; nothing where it is over already.
    ///
    /// A window that began with it stays where it is as long as others are counted in it. Into a bucket its token is put back.
    ///
    /// - Parameter instant: The instant under which it was counted.
    public mutating func takeBack(_ rule: LimitRule, countedAt instant: Int64) {
        switch (release(), rule.window) {
        case (.log(var log), .sliding(let seconds)) where rule.burst == nil:
            log.remove(instant)
            keep(log, Int64(nanosecondsOf: seconds))
        case (.bucket(var bucket), .sliding) where rule.burst != nil:
            bucket.putBack()
            keep(bucket, rule)
        case (.window(var counted), let window) where !window.slides && instant >= counted.start:
            counted.count -= 1
            keep(counted, window, until: counted.start)
        case (let other, _): record = other
        }
    }
}

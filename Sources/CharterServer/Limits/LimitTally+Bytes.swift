extension LimitTally {
    /// The tally for a store: a few bytes for each instant that is kept, and a checksum, by which damage is known.
    public var bytes: [UInt8] {
        var writer = TallyWriter()
        switch record {
        case .nothing: writer.write(TallyForm.nothing.rawValue)
        case .log(let log):
            writer.write(TallyForm.log.rawValue)
            writer.write(UInt64(log.count))
            // How far each is from the one before: little where many are kept.
            var previous: Int64 = 0
            for (position, instant) in log.all.enumerated() {
                if position == 0 { writer.write(signed: instant) } else { writer.write(UInt64(bitPattern: instant &- previous)) }
                previous = instant
            }
        case .window(let counted):
            writer.write(TallyForm.window.rawValue)
            writer.write(signed: counted.start)
            writer.write(UInt64(counted.count))
        case .bucket(let bucket):
            writer.write(TallyForm.bucket.rawValue)
            writer.write(UInt64(bucket.period))
            writer.write(signed: bucket.instant)
            writer.write(UInt64(truncatingIfNeeded: bucket.missing >> 64))
            writer.write(UInt64(truncatingIfNeeded: bucket.missing))
        }
        if let endsAt { writer.write(signed: endsAt) }
        return writer.sealed
    }

    /// Reads a tally from a store.
    ///
    /// No more is kept of it than the bytes themselves need, whatever they say.
    ///
    /// - Returns: nil for bytes that are not those of a tally: damaged, cut off, longer, or of another form.
    public init?(bytes: [UInt8]) {
        guard var reader = TallyReader(sealed: bytes), let number = reader.read(), let form = TallyForm(rawValue: number) else {
            return nil
        }
        switch form {
        case .nothing: record = .nothing
        case .log:
            guard let log = InstantLog(reading: &reader) else { return nil }
            record = .log(log)
        case .window:
            guard let start = reader.readSigned(), let count = reader.read().flatMap(Int.init(exactly:)), count >= 1 else { return nil }
            record = .window(CountedWindow(start: start, count: count))
        case .bucket:
            guard let bucket = TokenBucket(reading: &reader) else { return nil }
            record = .bucket(bucket)
        }
        if form != .nothing {
            guard let end = reader.readSigned() else { return nil }
            endsAt = end
        }
        guard reader.isAtEnd else { return nil }
    }
}

/// The forms of a tally's bytes.
///
/// A number stands for its form for ever: stores keep it.
private enum TallyForm: UInt64 {
    case nothing = 0
    case log = 1
    case window = 2
    case bucket = 3
}

extension InstantLog {
    fileprivate init?(reading reader: inout TallyReader) {
        // Each instant needs a byte or more.
        guard let count = reader.read().flatMap(Int.init(exactly:)), (1...max(1, reader.remaining)).contains(count),
            var instant = reader.readSigned()
        else { return nil }
        var instants = [instant]
        instants.reserveCapacity(count)
        for _ in 1..<count {
            guard let distance = reader.read() else { return nil }
            let next = instant &+ Int64(bitPattern: distance)
            guard next >= instant else { return nil }
            instant = next
            instants.append(instant)
        }
        self.init(ascending: instants)
    }
}

extension TokenBucket {
    fileprivate init?(reading reader: inout TallyReader) {
        guard let period = reader.read().flatMap(Int64.init(exactly:)), period >= 1, let instant = reader.readSigned(),
            let high = reader.read(), let low = reader.read(), high < 1 << 63, (high, low) != (0, 0)
        else { return nil }
        self.init(period: period, missing: UInt128(high) << 64 | UInt128(low), instant: instant)
    }
}

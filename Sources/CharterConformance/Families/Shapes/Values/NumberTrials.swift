import CharterRuntime

/// Numbers at, below and above their bounds.
enum NumberTrials {
    static func ofInteger(_ range: APIDescription.Bounds<Int64>) -> [ValueTrial] {
        var trials = [ValueTrial("fraction", .number(Double(range.minimum ?? range.maximum ?? 1) + 0.5))]
        if let minimum = range.minimum {
            trials.append(ValueTrial("minimum", isValid: true, .integer(minimum)))
            if minimum > .min { trials.append(ValueTrial("below-minimum", .integer(minimum - 1))) }
        }
        if let maximum = range.maximum {
            trials.append(ValueTrial("maximum", isValid: true, .integer(maximum)))
            if maximum < .max { trials.append(ValueTrial("above-maximum", .integer(maximum + 1))) }
        }
        return trials + [ValueTrial("beyond-64-bits", .number(1e20))]
    }

    static func ofNumber(_ range: APIDescription.Bounds<Double>) -> [ValueTrial] {
        var trials: [ValueTrial] = []
        if let minimum = range.minimum {
            trials.append(ValueTrial("minimum", isValid: true, value(minimum)))
            trials.append(ValueTrial("below-minimum", value(minimum - max(0.001, abs(minimum) / 1000))))
        }
        if let maximum = range.maximum {
            trials.append(ValueTrial("maximum", isValid: true, value(maximum)))
            trials.append(ValueTrial("above-maximum", value(maximum + max(0.001, abs(maximum) / 1000))))
        }
        return trials
    }

    /// - Parameter asText: Whether the number stands in quotes.
    static func ofDecimal(_ places: Int?, _ range: APIDescription.Bounds<DecimalNumber>, asText: Bool) -> [ValueTrial] {
        @Sendable func value(_ digits: String) -> JSONValue? {
            asText ? .string(digits) : try? JSONCoding.decode(JSONValue.self, from: Array(digits.utf8))
        }
        var trials: [ValueTrial] = []
        if let places {
            trials.append(ValueTrial("too-many-places", value("1." + String(repeating: "1", count: places + 1))))
        }
        let step = "." + String(repeating: "0", count: max(0, (places ?? 1) - 1)) + "1"
        if let minimum = range.minimum?.description {
            trials.append(ValueTrial("minimum", isValid: true, value(minimum)))
            let below = justBelow(minimum, places)
            trials.append(ValueTrial("below-minimum", value(below ?? (minimum.hasPrefix("-") ? minimum + "9" : "-0" + step))))
        }
        if let maximum = range.maximum?.description, !maximum.contains("."), !maximum.hasPrefix("-") {
            trials.append(ValueTrial("maximum", isValid: true, value(maximum)))
            trials.append(ValueTrial("above-maximum", value(maximum + (places == 0 ? "0" : step))))
        }
        if asText { trials.append(ValueTrial("no-number", .string("twelve"))) }
        return trials
    }

    /// The greatest number of so many places below a positive one; nil below any other.
    private static func justBelow(_ minimum: String, _ places: Int?) -> String? {
        guard !minimum.hasPrefix("-"), minimum.contains(where: { ("1"..."9").contains($0) }) else { return nil }
        let parts = minimum.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        let count = max(fraction.count, places ?? 1)
        guard let units = Int(parts[0] + fraction + String(repeating: "0", count: count - fraction.count)) else { return nil }
        let digits = String(units - 1)
        let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
        return count == 0 ? padded : "\(padded.dropLast(count)).\(padded.suffix(count))"
    }

    private static func value(_ number: Double) -> JSONValue {
        Int64(exactly: number).map(JSONValue.integer) ?? .number(number)
    }
}

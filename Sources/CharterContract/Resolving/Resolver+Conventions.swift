import CharterRuntime

extension Conventions {
    var resolved: ResolvedConventions {
        ResolvedConventions(
            plans: plans.map { ResolvedPlan(name: $0.name.value, about: $0.about) },
            limitHeaders: limitHeaders?.value ?? APIDescription.LimitHeaders(retryAfter: true),
            requests: requests?.value ?? APIDescription.RequestRules(),
            json: json?.value.style ?? APIDescription.JSONStyle(),
            fieldNames: json?.value.names?.value,
            responseHeaders: responseHeaders.map { ResolvedResponseHeader(name: $0.name.value, value: $0.value) },
            versioning: versioning?.value,
            additions: additions?.value.map(\.value)
        )
    }

    /// The keys of the facts that stand under `!assumed`.
    var facts: [(String, Bool)] {
        [
            ("limitHeaders", limitHeaders?.isAssumed ?? false), ("requests", requests?.isAssumed ?? false),
            ("envelope", envelope?.isAssumed ?? false),
            ("versioning", versioning?.isAssumed ?? false), ("promise.adds", additions?.isAssumed ?? false),
        ]
            + responseHeaders.map { ("responses.headers.\($0.name.value)", $0.name.isAssumed) }
            + (json?.value.assumed ?? []).map { ($0, true) }
            + plans.map { ("plans.\($0.name.value)", $0.name.isAssumed) }
    }
}

extension IdempotencyConvention {
    /// - Parameter form: what a key may be.
    func resolved(form: Schema) -> ResolvedIdempotency {
        let facts = [
            ("key", place.isAssumed), ("required", isRequired.isAssumed), ("keeps", retention.isAssumed), ("within", scope.isAssumed),
            ("same", comparesPayload.isAssumed), ("remembers", remembers.isAssumed), ("replayed", replayHeader?.isAssumed ?? false),
        ]
        return ResolvedIdempotency(
            description: APIDescription.Idempotency(
                name: name.value,
                place: place.value,
                form: form.description,
                isRequired: isRequired.value,
                retention: retention.value,
                scope: scope.value,
                comparesPayload: comparesPayload.value,
                remembers: remembers.value,
                replayHeader: replayHeader?.value
            ),
            form: form,
            about: about,
            assumed: facts.filter(\.1).map(\.0)
        )
    }
}

extension APIDescription.Envelope {
    /// What an endpoint's own results are wrapped in; nil where nothing is left of it.
    ///
    /// A page is wrapped as its paging says.
    func applied(isList: Bool, isPaged: Bool, hasBody: Bool, takesBody: Bool) -> APIDescription.Envelope? {
        let wraps = hasBody && !isPaged
        let envelope = APIDescription.Envelope(
            single: wraps && !isList ? single : nil,
            list: wraps && isList ? list : nil,
            request: takesBody ? request : nil,
            extras: hasBody ? extras : [:]
        )
        return envelope == APIDescription.Envelope() ? nil : envelope
    }
}

extension Limit {
    var resolved: ResolvedLimit {
        let partitions: [String: APIDescription.Limit.Partition] = [
            "key": .key, "user": .user, "address": .address, "everyone": .everyone,
        ]
        let kind: APIDescription.Limit.Kind = kind.value == .quota ? .quota : .throttle
        return ResolvedLimit(
            description: APIDescription.Limit(
                name: name.value,
                allow: allow?.value,
                allowByPlan: Dictionary(allowByPlan.map { ($0.plan.value, $0.count) }) { first, _ in first },
                window: window.value,
                burst: burst?.value,
                burstByPlan: Dictionary(burstByPlan.map { ($0.plan.value, $0.size) }) { first, _ in first },
                partition: partitions[by.value] ?? .tenant,
                kind: kind,
                counts: counts?.value ?? (kind == .quota ? .effects : .requests),
                uncountedStatuses: uncountedStatuses,
                override: override?.value,
                countsAnonymous: countsAnonymous?.value ?? false
            ),
            about: about
        )
    }

    /// Its facts by their keys, each with whether it is assumed.
    var facts: [(String, Bool)] {
        [
            ("allow", allow?.isAssumed ?? allowByPlan.contains { $0.plan.isAssumed }), ("per", window.isAssumed), ("by", by.isAssumed),
            ("kind", kind.isAssumed), ("burst", burst?.isAssumed ?? burstByPlan.contains { $0.plan.isAssumed }),
            ("counts", counts?.isAssumed ?? false),
            ("override", override?.isAssumed ?? false), ("anonymous", countsAnonymous?.isAssumed ?? false),
        ].map { key, isAssumed in ("limits.\(name.value).\(key)", isAssumed) }
    }
}

import CharterRuntime

extension Conventions {
    var resolved: ResolvedConventions {
        ResolvedConventions(
            plans: plans.map { ResolvedPlan(name: $0.name.value, about: $0.about) },
            limitHeaders: limitHeaders?.value ?? APIDescription.LimitHeaders(retryAfter: true),
            requests: requests?.value ?? APIDescription.RequestRules(),
            json: json?.value.style ?? APIDescription.JSONStyle(),
            hasCodableModels: json?.value.isCodable ?? false,
            responseHeaders: responseHeaders.map { ResolvedResponseHeader(name: $0.name.value, value: $0.value) },
            versioning: versioning?.value,
            describedAt: describedAt?.value,
            additions: additions?.value.map(\.value)
        )
    }
}

extension IdempotencyConvention {
    /// - Parameter form: what a key may be.
    func resolved(form: Schema) -> ResolvedIdempotency {
        ResolvedIdempotency(
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
            assumed: assumed
        )
    }
}

extension APIDescription.Envelope {
    /// What an endpoint's own results are wrapped in; nil where nothing is left of it.
    ///
    /// A page is wrapped as its paging says.
    ///
    /// - Parameter own: what stands beside results of this kind alone.
    func applied(
        with own: [String: APIDescription.ResponseValue],
        isList: Bool,
        isPaged: Bool,
        hasBody: Bool,
        takesBody: Bool
    ) -> APIDescription.Envelope? {
        let wraps = hasBody && !isPaged
        let envelope = APIDescription.Envelope(
            single: wraps && !isList ? single : nil,
            list: wraps && isList ? list : nil,
            request: takesBody ? request : nil,
            extras: hasBody ? extras.merging(own) { _, own in own } : [:]
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
}

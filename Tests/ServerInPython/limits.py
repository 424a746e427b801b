"""What is counted: calls, new gauges, and answers that are given again."""

import json
import math

from callers import Refused

DAY = 86_400
WINDOW = 10


class Limits:
    def __init__(self, state, fault):
        self.state, self.fault = state, fault

    def bound(self, documented):
        return documented + {"one-call-more": 1, "one-call-less": -1}.get(self.fault, 0)

    def refusal(self, code, seconds):
        seconds = {"retry-after-absurd": 365 * DAY, "retry-after-too-soon": 1, "retry-after-text": "soon"}.get(self.fault, max(1, math.ceil(seconds)))
        return Refused(429, code, headers={} if self.fault == "no-retry-after" else {"Retry-After": seconds})

    def throttle(self, request):
        """120 calls in each stretch of ten seconds."""
        request.isRefused = False
        name = "all" if self.fault == "counts-all-keys" else request.caller["name"]
        now = self.state.now()
        window = int(now // WINDOW)
        if self.fault == "windows-from-first":
            begun = self.state.calls.get(name, (0, 0))[0]
            window = begun if now < (begun + 1) * WINDOW else now / WINDOW
        begun, count = self.state.calls.get(name, (window, 0))
        count = count if begun == window else 0
        request.left = 119 if self.fault == "left-stands-still" else max(0, self.bound(120) - count - (0 if self.fault == "left-too-much" else 1))
        request.resetsIn = max(1, math.ceil((window + 1) * WINDOW - now))
        # The limit stands at the kinds of keys: people have none.
        isLimited = request.caller["kind"] != "person"
        if isLimited and count >= self.bound(120) and self.fault != "no-throttle":
            request.isRefused = True
            raise self.refusal("limit-exceeded", (window + 1) * WINDOW - now)
        self.state.calls[name] = (window, count + 1)

    def headers(self, request):
        if self.fault == "no-limit-headers-on-204" and request.method == "DELETE":
            return {}
        if not hasattr(request, "left") or self.fault == "no-limit-headers" or (self.fault == "no-headers-at-refusal" and request.isRefused):
            return {}
        return {"X-Limit": 120, "X-Left": request.left, "X-Reset": request.resetsIn}

    def partition(self, request):
        thing = request.path_id if self.fault == "quota-of-gauges" else None
        return (request.route[2], {"quota-of-all": "all", "quota-of-keys": request.caller["name"]}.get(self.fault, request.port), thing)

    def quota(self, request):
        """4 new gauges, and 3 checkups, of a port in any 24 hours."""
        now = self.state.now()
        most = self.bound(4 if request.route[2] == "add_gauge" else 3)
        times = [time for time in self.state.made.get(self.partition(request), []) if time > now - DAY]
        if len(times) >= most and self.fault != "no-quota":
            raise self.refusal("quota-exceeded", times[-most] + DAY - now)

    def made(self, request):
        self.state.made.setdefault(self.partition(request), []).append(self.state.now())

    def place(self, request):
        key = request.headers.get("Idempotency-Key")
        if self.fault == "keys-in-any-case":
            key = key and key.lower()
        caller = request.caller["name"] if self.fault == "keys-of-callers" else None
        return (None if self.fault == "shares-keys" else request.port, key, caller)

    def payload(self, request):
        return request.data if self.fault == "compares-bytes" else json.dumps(request.body, sort_keys=True)

    def remember(self, request, answer):
        if request.headers.get("Idempotency-Key") is not None:
            if self.fault == "remembers-last-key":
                self.state.answers.clear()
            self.state.answers[self.place(request)] = (self.payload(request), answer, self.state.now())

    def known(self, request):
        """What the same call was answered before."""
        payload, answer, time = self.state.answers.get(self.place(request), (None, None, 0))
        isForgotten = self.state.now() - time > DAY and self.fault != "keeps-keys-for-ever"
        if answer is None or isForgotten or self.fault == "forgets-calls":
            return None
        if self.fault == "does-twice-at-once" and self.state.under_way.get(request.headers.get("Idempotency-Key"), 0) > 1:
            return None
        mark = {} if self.fault == "no-replay-mark" else {"X-Replayed": "true"}
        if isinstance(answer, Refused):
            if self.fault == "frees-keys-of-failures" and payload != self.payload(request):
                return None
            raise Refused(answer.status, answer.code, answer.faults, answer.headers | mark)
        if payload != self.payload(request) and self.fault != "takes-other-payload":
            raise Refused(422, "idempotency-mismatch")
        status, body, headers = answer
        if self.fault == "replays-what-is-there":
            gauge = next((gauge for gauge in self.state.gauges[request.port] if gauge["gauge"] == body["gauge"]["gauge"]), {})
            body = {"gauge": {name: value if name == "added_at" else gauge.get(name, value) for name, value in body["gauge"].items()}}
        if self.fault == "quota-counts-repetitions":
            self.made(request)
        if self.fault == "replays-no-location":
            headers = {name: value for name, value in headers.items() if name != "Location"}
        return status, body, headers | mark | self.headers(request)

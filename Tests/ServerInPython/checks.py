"""What is checked before an endpoint is called, in the order of the contract."""

import datetime
import json

from callers import Refused
from limits import Limits
from state import PORTS, SUSPENDED
from values import KINDS, CheckupBody, GaugeBody, Malformed, is_date, is_uuid, read_json

VERSIONS = ["2026-04", "2025-10"]
ORDER = ["credentials", "kind", "scope", "tenant", "role", "throttles", "media_type", "size", "body", "parameters", "idempotency", "quotas"]
OTHER_ORDERS = {
    "parameters-first": ("parameters", "credentials"), "tenant-before-scope": ("tenant", "scope"), "scope-before-kind": ("scope", "kind"),
    "size-before-media-type": ("size", "media_type"), "body-before-credentials": ("body", "credentials"),
    "idempotency-before-body": ("idempotency", "body"), "throttles-last": ("throttles", "idempotency"),
    "throttles-before-tenant": ("throttles", "tenant"), "quotas-before-idempotency": ("quotas", "idempotency"),
    "quotas-before-body": ("quotas", "body"),
}
QUERIES = {"list_gauges": ["kind", "gauge", "limit", "after"], "list_readings": ["from", "to", "page", "size"], "get_tide": ["unit"]}


class Checks:
    def __init__(self, state, fault, callers, endpoints):
        self.state, self.fault, self.callers, self.endpoints = state, fault, callers, endpoints
        self.limits = Limits(state, fault)
        self.order = list(ORDER)
        if fault in OTHER_ORDERS:
            first, second = OTHER_ORDERS[fault]
            self.order.remove(first)
            self.order.insert(self.order.index(second), first)

    def version(self, headers):
        version = headers.get("X-Tides-Version")
        known = VERSIONS[:1] if self.fault == "knows-one-version" else VERSIONS
        if version is not None and version not in known and self.fault != "takes-any-version":
            raise Refused(400, "version-unknown")

    def carry_out(self, request, handler):
        """What the endpoint answers, or what was answered when the same call was made before."""
        _, _, name, takes, kinds, scope, role, isOfPort = request.route
        self.takes, self.kinds, self.scope, self.role = takes, kinds, scope, role
        needed = [] if not takes else ["credentials", "kind", "scope", "tenant", "role", "throttles"]
        if name in ["add_gauge", "change_gauge", "check_gauge"]:
            needed += ["media_type", "size", "body"]
        needed += {"add_gauge": ["parameters", "idempotency", "quotas"], "check_gauge": ["parameters", "quotas"]}.get(name, ["parameters"])
        if not takes:
            handler.allow_reading(request.route, None)
        for stage in self.order:
            if stage not in needed:
                continue
            try:
                known = getattr(self, "check_" + stage)(request)
            except Refused as refusal:
                if self.fault == "remembers-refusals" and stage in ["body", "parameters"]:
                    self.limits.remember(request, refusal)
                refusal.headers |= self.limits.headers(request)
                raise
            if stage == "kind":
                handler.allow_reading(request.route, request.caller)
            if known:
                return known
        try:
            answer = getattr(self.endpoints, name)(request)
        except Refused as refusal:
            if name == "add_gauge" and self.fault != "forgets-failures":
                self.limits.remember(request, refusal)
            refusal.headers |= self.limits.headers(request)
            raise
        status, body, headers = answer if len(answer) == 3 else (*answer, {})
        if name == "add_gauge":
            self.limits.remember(request, (status, body, headers))
        if name in ["add_gauge", "check_gauge"]:
            self.limits.made(request)
        return status, body, headers | self.limits.headers(request)

    def check_credentials(self, request):
        request.caller = self.callers.identify(request, self.takes)

    def check_kind(self, request):
        isKey = request.caller["kind"] != "person"
        if isKey and request.caller["kind"] not in self.kinds and self.fault != "takes-any-kind":
            raise Refused(403, "key-kind-forbidden")
        if isKey and self.fault == "takes-any-kind" and request.caller["kind"] not in self.kinds:
            request.caller = dict(request.caller, scopes=["admin"])

    def check_scope(self, request):
        if self.fault == "suspension-before-scope" and request.caller["kind"] == "person" and request.caller["port"] in SUSPENDED:
            raise Refused(403, "tenant-suspended")
        if self.scope and self.scope not in self.callers.scopes(request.caller) and self.fault != "needs-no-scope":
            raise Refused(403, "insufficient-scope")

    def check_tenant(self, request):
        port = request.headers.get("X-Port")
        if request.caller["kind"] == "person" and self.fault != "port-header-of-persons":
            port = request.caller["port"]
        if not port and self.fault != "needs-no-port":
            raise Refused(400, "tenant-missing")
        request.port = port or request.caller["port"]
        if request.caller["kind"] == "agent" and self.fault != "binds-agents":
            if request.port not in PORTS:
                raise Refused(403, "foreign-tenant") if self.fault == "unknown-port-403" else Refused(404, "not-found")
            if request.port in SUSPENDED and self.fault not in ["serves-suspended", "serves-suspended-agents"]:
                raise Refused(403, "tenant-suspended")
            return
        isForeign = request.port != request.caller["port"] and not (self.fault == "serves-foreigners" and request.port in PORTS)
        if isForeign:
            raise Refused(403, "foreign-tenant") if self.fault == "foreigners-get-403" else Refused(404, "not-found")
        isLate = self.fault == "suspension-after-body" and request.method == "PATCH"
        if request.port in SUSPENDED and self.fault != "serves-suspended" and not isLate:
            raise Refused(403, "tenant-suspended")

    def check_role(self, request):
        if self.role and not self.callers.has_role(request.caller, self.role):
            raise Refused(403, "insufficient-role")

    def check_throttles(self, request):
        self.limits.throttle(request)

    def check_media_type(self, request):
        media = (request.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if media != "application/json" and self.fault != "takes-any-media-type":
            raise Refused(415, "unsupported-media-type")

    def check_size(self, request):
        if len(request.data) > 4096 and self.fault != "takes-large-bodies":
            raise Refused(413, "body-too-large")

    def check_body(self, request):
        if self.fault == "quota-counts-failures" and request.method == "POST":
            self.limits.made(request)
        if self.fault == "fails-on-quotes" and b'\\"' in request.data:
            raise RuntimeError("a quote")
        try:
            value, doubled = read_json(request.data, self.fault)
        except Malformed:
            raise Refused(400, "malformed-body")
        if self.fault == "fails-on-null" and value is None or self.fault == "fails-on-zero-bytes" and b"\\u0000" in request.data:
            raise RuntimeError("nothing")
        faults = [("" if name == "gauge" else name, "stands twice") for name in doubled]
        if not isinstance(value, dict):
            raise Refused(422, "does-not-fit", [("", "no object")])
        if self.fault != "takes-unknown-fields":
            faults += [(name, "unknown") for name in value if name != "gauge"]
        inner = value.get("gauge")
        body = CheckupBody(inner) if request.route[2] == "check_gauge" else GaugeBody(inner, self.fault, request.method == "PATCH")
        faults += body.faults
        isEmpty = request.method == "PATCH" and inner == {} and self.fault != "takes-empty-changes"
        if faults or isEmpty:
            raise Refused(422, "does-not-fit", faults or [("", "nothing is changed")])
        if self.fault == "suspension-after-body" and request.port in SUSPENDED:
            raise Refused(403, "tenant-suspended")
        request.body = inner

    def check_parameters(self, request):
        self.faults = []
        name, fault = request.route[2], self.fault
        if request.path_id is not None and not is_uuid(request.path_id) and fault != "takes-any-id":
            self.faults.append(("path.gauge", "no id"))
        known = QUERIES.get(name, []) + (["access_key"] if "key" in self.takes else [])
        for parameter, texts in request.query.items():
            if parameter not in known and fault != "takes-unknown-query":
                self.faults.append((f"query.{parameter}", "unknown"))
            elif texts[0] == "" and fault != "takes-empty-query":
                self.faults.append((f"query.{parameter}", "empty"))
            elif texts[0] != "":
                request.values[parameter] = texts[-1 if fault == "counts-last-of-repeated" else 0]
        if name == "list_gauges":
            self.size(request, "limit", 2 if fault == "default-size" else 3, 4 if fault == "largest-page" else 5, True)
            if request.values.get("kind", KINDS[0]) not in KINDS:
                self.faults.append(("query.kind", "unknown value"))
            if "gauge" in request.values and not is_uuid(request.values["gauge"]):
                self.faults.append(("query.gauge", "no id"))
        if name == "get_tide" and request.values.get("unit", "metres") not in ["metres", "feet"]:
            self.faults.append(("query.unit", "unknown value"))
        if name == "list_readings":
            self.size(request, "size", 4, 8, False)
            self.number(request, "page", 0 if fault == "pages-from-zero" else 1)
            self.span(request)
        if name == "add_gauge":
            key = request.headers.get("Idempotency-Key")
            if key is not None and not 8 <= len(key) <= (10_000 if fault == "takes-long-keys" else 64):
                self.faults.append(("header.Idempotency-Key", "of another length"))
        if self.faults:
            raise Refused(422, "does-not-fit", self.faults)

    def number(self, request, name, default):
        text = request.values.get(name)
        digits = (text or "").removeprefix("-")
        if text is None:
            request.values[name] = default
        elif not digits.isascii() or not digits.isdigit() or len(digits) > 18:
            if self.fault == "takes-text-as-size":
                request.values[name] = default
            else:
                self.faults.append((f"query.{name}", "no number"))
        else:
            request.values[name] = int(text)
            if name == "page" and int(text) < default:
                self.faults.append((f"query.{name}", "before the first"))

    def size(self, request, name, default, most, clampsAbove):
        self.number(request, name, default)
        value = request.values[name]
        if not isinstance(value, int):
            return
        if value < 1:
            if name == "limit" and self.fault != "takes-zero":
                self.faults.append((f"query.{name}", "too small"))
            value = 1 if name == "size" else max(0, value)
        if value > most and self.fault != "no-largest-page":
            if not clampsAbove or self.fault == "refuses-large-pages":
                self.faults.append((f"query.{name}", "too large"))
            value = most
        request.values[name] = value

    def span(self, request):
        ends = [request.values.get(name) for name in ["from", "to"]]
        for name, end in zip(["from", "to"], ends):
            if end is not None and not is_date(end, self.fault):
                self.faults.append((f"query.{name}", "no day"))
        if self.faults or None in ends:
            return
        try:
            days = (datetime.date.fromisoformat(ends[1]) - datetime.date.fromisoformat(ends[0])).days
        except ValueError:
            return
        if (days < 0 and self.fault != "takes-backward-span") or (days > 31 and self.fault != "takes-any-span"):
            self.faults.append(("query.to", "too early or too late"))

    def check_idempotency(self, request):
        if request.headers.get("Idempotency-Key") is None and self.fault != "needs-no-key":
            raise Refused(400, "idempotency-key-missing")
        return self.limits.known(request) if request.body is not None else None

    def check_quotas(self, request):
        self.limits.quota(request)

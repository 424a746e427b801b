"""What each endpoint does, once its request has passed all checks."""

import base64
import datetime
import hashlib
import hmac
import json
import math
import uuid

from callers import Refused
from state import PORTS, SECRET


def instant(seconds, fault):
    text = datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).isoformat(timespec="milliseconds")
    text = text.replace("+00:00", "Z")
    return text[:19] + "Z" if fault == "no-fractions" else text


HIDDEN = ["watched", "isNew", "isRemoved"]


class Endpoints:
    def __init__(self, state, fault):
        self.state, self.fault = state, fault

    def shown(self, gauge):
        """A gauge as callers see it."""
        fault = self.fault
        shown = {name: value for name, value in gauge.items() if name not in HIDDEN and value is not None}
        shown["added_at"] = instant(gauge["added_at"], fault)
        if fault == "camel-case":
            shown["addedAt"] = shown.pop("added_at")
        if fault == "number-as-text":
            shown["height"] = str(shown["height"])
        if fault == "lost-field":
            del shown["built"]
        if fault == "null-field":
            shown.setdefault("note", None)
        if fault == "unknown-enum":
            shown["kind"] = 7
        if fault == "enum-in-capitals":
            shown["kind"] = shown["kind"].upper()
        return shown

    def single(self, gauge):
        return self.shown(gauge) if self.fault == "no-envelope" else {"gauge": self.shown(gauge)}

    def found(self, request):
        """The gauge that the path names, among those of the port."""
        ports = PORTS if self.fault == "finds-foreign-things" or (self.fault == "changes-foreign-things" and request.method == "PATCH") else [request.port]
        for port in ports:
            for gauge in self.state.gauges[port]:
                isGone = gauge.get("isRemoved") and request.method != "DELETE"
                if gauge["gauge"] == request.path_id and not isGone:
                    return gauge
        if self.fault == "finds-new-foreign-things":
            for gauge in sum(self.state.gauges.values(), []):
                if gauge["gauge"] == request.path_id and gauge.get("isNew"):
                    return gauge
        if self.fault == "finds-nothing-200":
            return dict(self.state.gauges["brest"][0], gauge=request.path_id)
        raise Refused(404, "not-found")

    def list_gauges(self, request):
        fault = self.fault
        rows = sorted((gauge for gauge in self.state.gauges[request.port] if not gauge.get("isRemoved")), key=lambda gauge: -gauge["height"])
        if fault == "lists-foreign-things":
            rows = sorted((gauge for port in PORTS for gauge in self.state.gauges[port]), key=lambda gauge: -gauge["height"])
        if fault == "lists-new-foreign-things":
            rows += [gauge for port in PORTS if port != request.port for gauge in self.state.gauges[port] if gauge.get("isNew")]
        if fault == "other-order":
            rows.reverse()
        kind, gauge = request.values.get("kind"), request.values.get("gauge")
        if gauge:
            ports = PORTS if fault == "filters-foreign-things" else [request.port]
            rows = [row for port in ports for row in self.state.gauges[port] if row["gauge"] == gauge and not row.get("isRemoved")]
        if fault == "unlisted":
            rows = [gauge for gauge in rows if not gauge.get("isNew")]
        if kind and fault != "does-not-filter" and not (fault == "filters-some" and rows and kind != rows[0]["kind"]):
            rows = [gauge for gauge in rows if gauge["kind"] == kind]
            if fault == "filters-one-for-another" and len(rows) > 1:
                rows = rows[:-1] + rows[:1]
        size = request.values["limit"]
        begin = self.position(request, rows)
        page = rows[begin:begin + size]
        if fault == "repeats-items" and begin:
            page = rows[begin - 1:begin - 1 + size]
        if fault == "lists-old-states":
            page = [dict(gauge, asleep=False) for gauge in page]
        body = {"items": [self.shown(gauge) for gauge in page], "total": len(rows) + (fault == "counts-wrongly")}
        if fault == "counts-default-page" and "limit" not in request.query:
            body["total"] = len(page)
        if fault == "loses-items" and len(page) > 1:
            body["items"].pop()
        leadsOn = begin + size < len(rows) or (fault == "leads-on-when-filtered" and kind and begin + size == len(rows))
        if leadsOn or (fault == "empty-last-page" and page):
            body["next"] = self.cursor(request, begin + size, page[-1] if page else None, len(rows))
        elif fault == "end-is-null":
            body["next"] = None
        return 200, body

    def binding(self, request):
        port = "" if self.fault == "takes-foreign-cursors" else request.port
        return [port] + ([] if self.fault == "takes-unbound-cursors" else [request.values.get(name) for name in ["kind", "gauge"]])

    def cursor(self, request, index, last, total):
        text = json.dumps([index, last["gauge"] if last else None, self.binding(request), total]).encode()
        return base64.urlsafe_b64encode(hmac.new(SECRET, text, hashlib.sha256).digest()[:12] + text).rstrip(b"=").decode()

    def position(self, request, rows):
        """How many items stand before the page that is asked for."""
        text = request.values.get("after")
        if text is None:
            return 0
        lax = self.fault == "takes-malformed-cursors"
        try:
            data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
            seal, plain = data[:12], data[12:]
            isSealed = hmac.compare_digest(seal, hmac.new(SECRET, plain, hashlib.sha256).digest()[:12])
            if not isSealed and self.fault == "takes-tampered-cursors":
                return 0
            index, last, binding, total = json.loads(plain)
        except ValueError:
            if lax or (self.fault == "takes-tampered-cursors" and len(text) > 20):
                return 0
            raise Refused(400, "invalid-cursor")
        if not isSealed or binding != self.binding(request):
            raise Refused(400, "invalid-cursor")
        if self.fault == "moves-on-insertion" or (self.fault == "moves-on-deletion" and len(rows) < total):
            return index
        places = [place for place, gauge in enumerate(rows) if gauge["gauge"] == last]
        return places[0] + 1 if places else index

    def add_gauge(self, request):
        if request.body["name"] == "Reserved":
            raise Refused(409, "name-reserved")
        gauge = dict(request.body, gauge=str(uuid.uuid4()), asleep=self.fault == "wrong-initial", added_at=self.state.now(), watched=False, isNew=True)
        if self.fault == "adds-otherwise":
            gauge["name"] = gauge["name"][:-1] + "_"
        if self.fault == "takes-none-for-nothing":
            gauge = {name: value for name, value in gauge.items() if value != []}
        if self.fault == "loses-panels" and "power" in gauge:
            gauge["power"] = {name: value for name, value in gauge["power"].items() if name != "panels"}
        if self.fault == "cuts-texts" and gauge.get("note"):
            gauge["note"] = gauge["note"][:20]
        if self.fault == "loses-accents":
            gauge["name"] = gauge["name"].encode("ascii", "replace").decode()
        if self.fault != "adds-nothing":
            self.state.gauges[request.port].append(gauge)
        body = self.single(gauge)
        headers = {} if self.fault == "no-location" else {"Location": f"{request.base}/gauges/{gauge['gauge']}"}
        return (200 if self.fault == "status-200" else 201), body, headers

    def get_gauge(self, request):
        gauge = self.found(request)
        if self.fault == "shows-no-note":
            return 200, {"gauge": {"note": None} | self.shown(gauge)}
        return 200, self.single(gauge)

    def check_gauge(self, request):
        gauge = self.found(request)
        gauge["condition"] = "good" if self.fault == "finds-all-good" else request.body["condition"]
        gauge["hours"] = int(request.body["hours"])
        return 200, self.single(gauge)

    def change_gauge(self, request):
        gauge = self.found(request)
        target = dict(gauge) if self.fault == "forgets-changes" else gauge
        for name, value in request.body.items():
            if self.fault == "changes-nothing":
                break
            if value is None:
                if self.fault != "clears-nothing":
                    target.pop(name, None)
            elif name == "keeper" and isinstance(target.get("keeper"), dict):
                merged = dict(target["keeper"], **value)
                target["keeper"] = {inner: text for inner, text in merged.items() if text is not None}
            elif value or self.fault != "ignores-false":
                target[name] = value
        if self.fault == "changes-more" and "note" not in request.body:
            target.pop("note", None)
        return 200, self.single(target)

    def remove_gauge(self, request):
        gauge = self.found(request)
        if gauge["watched"] and self.fault != "removes-watched":
            if self.fault == "fails-halfway":
                gauge["asleep"] = not gauge["asleep"]
            raise Refused(409, "still-watched")
        rows = self.state.gauges[request.port]
        if self.fault == "removes-twice":
            gauge["isRemoved"] = True
        elif self.fault != "removes-nothing" and gauge in rows:
            rows.remove(gauge)
        return 204, None

    def list_readings(self, request):
        gauge, fault = self.found(request), self.fault
        first = 0 if fault == "pages-from-zero" else 1
        days = [f"2026-03-{day:02d}" for day in range(1, 14)]
        since, until = request.values.get("from"), request.values.get("to")
        if fault == "one-filter-of-two" and since:
            until = None
        rows = [
            {"number": index + 1, "day": day, "level": f"{gauge['height'] + index / 4:.2f}"} for index, day in enumerate(days)
            if (not since or day >= since) and (not until or day < until or (day == until and fault != "until-before"))
        ]
        size, page = request.values["size"], request.values["page"]
        pages = math.ceil(len(rows) / size)
        if fault == "page-behind-end" and page > pages:
            page = pages
        begin = max(0, page - first) * size
        body = {"items": rows[begin:begin + size], "page": 1 if fault == "states-other-page" else page, "total": len(rows)}
        return 200, body | {"pages": pages + (fault == "counts-pages-wrongly")}

    def get_tide(self, request):
        unit = request.values.get("unit", "feet" if self.fault == "other-default" else "metres")
        return 200, {"rising": True, "level": 2.5 if unit == "metres" else 8.2}

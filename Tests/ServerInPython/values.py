"""Whether what a request brings fits, and where it does not."""

import datetime
import json
import re
import uuid

KINDS = ["river", "harbour", "sea"]
CONDITIONS = ["good", "worn", "broken"]


class Malformed(Exception):
    pass


def length(text, fault):
    if fault == "counts-bytes":
        return len(text.encode())
    return len(text.encode("utf-16-le")) // 2 if fault == "counts-utf16" else len(text)


def read_json(data, fault, depth=8):
    """The value of a body; a member that stands twice is `(place, "twice")` in its faults."""
    doubled = []

    def members(pairs):
        names = [name for name, _ in pairs]
        doubled.extend(name for name in set(names) if names.count(name) > 1)
        return dict(pairs)

    def refuse(word):
        raise ValueError(word)

    try:
        decoder = json.JSONDecoder(object_pairs_hook=members, parse_constant=None if fault == "takes-nan" else refuse)
        text = data.decode("utf-8-sig" if fault == "takes-byte-order-mark" else "utf-8").strip(" \t\r\n")
        value, end = decoder.raw_decode(text)
        if fault != "takes-half-surrogates":
            json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        raise Malformed(str(error))
    if end != len(text) and fault != "takes-rest":
        raise Malformed("something follows")
    if nesting(value) > depth and fault != "takes-deep-bodies":
        raise Malformed("too deep")
    return value, [] if fault == "takes-double-members" else doubled


def nesting(value):
    if isinstance(value, dict):
        return 1 + max(map(nesting, value.values()), default=0)
    return 1 + max(map(nesting, value), default=0) if isinstance(value, list) else 0


def is_date(value, fault):
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        return False
    try:
        datetime.date.fromisoformat(value)
    except ValueError:
        return fault == "takes-any-date"
    return not (fault == "no-leap-days" and value.endswith("-02-29"))


def is_uuid(text):
    return re.fullmatch(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", text) is not None


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_whole(value):
    return is_number(value) and abs(value) < 2**63 and value == int(value)


class GaugeBody:
    """What a caller says of a gauge, when it is added or changed."""

    REQUIRED = ["name", "kind", "height", "built"]
    OPTIONAL = ["marks", "keeper", "note"]
    AT_FIRST = ["power"]

    def __init__(self, value, fault, is_change):
        self.fault, self.is_change, self.faults = fault, is_change, []
        if not isinstance(value, dict):
            self.faults.append(("", "no object"))
            return
        # Only a change says whether a gauge is asleep, and nothing changes what it runs on.
        names = self.REQUIRED + self.OPTIONAL + (["asleep"] if is_change else self.AT_FIRST)
        if fault != "takes-unknown-fields":
            self.faults += [(name, "unknown") for name in value if name not in names]
        if not is_change and fault != "takes-missing":
            required = self.REQUIRED + (["note"] if fault == "needs-notes" else [])
            self.faults += [(name, "missing") for name in required if name not in value]
        for name in names:
            if name in value:
                self.check(name, value[name])

    def check(self, name, value):
        if value is None:
            if not (self.is_change and name in self.OPTIONAL) and self.fault != "takes-null":
                self.faults.append((name, "null"))
            return
        getattr(self, "check_" + name)(value)

    def refuse(self, place, isFine):
        if not isFine:
            self.faults.append((place, "does not fit"))

    def check_name(self, value):
        if not isinstance(value, str):
            return self.refuse("name", False)
        least = 1 if self.fault == "takes-short-texts" else 2
        most = {"takes-long-texts": 31, "refuses-longest": 29}.get(self.fault, 30)
        self.refuse("name", least <= length(value, self.fault) <= most)

    def check_kind(self, value):
        isKnown = value in KINDS and not (self.fault == "refuses-sea" and value == "sea")
        self.refuse("kind", isinstance(value, str) and (isKnown or self.fault == "takes-any-enum"))

    def check_height(self, value):
        if self.fault == "takes-texts-as-numbers" and isinstance(value, str):
            return
        least = -1e9 if self.fault == "takes-below-range" else 0
        most = {"takes-above-range": 1e9, "refuses-maximum": 499.9}.get(self.fault, 500)
        self.refuse("height", is_number(value) and least <= value <= most)

    def check_built(self, value):
        self.refuse("built", is_date(value, self.fault))

    def check_note(self, value):
        self.refuse("note", isinstance(value, str) and length(value, self.fault) <= 40)

    def check_asleep(self, value):
        self.refuse("asleep", isinstance(value, bool))

    def check_power(self, value):
        source = value.get("source") if isinstance(value, dict) else None
        member, most = {"mains": ("volts", 1000), "solar": ("panels", 50)}.get(source if isinstance(source, str) else None, (None, 0))
        if member is None:
            return self.refuse("power.source" if isinstance(value, dict) else "power", False)
        for name in value:
            self.refuse(f"power.{name}", name in ["source", member])
        if member in value:
            self.refuse(f"power.{member}", is_whole(value[member]) and 1 <= value[member] <= most)

    def check_marks(self, value):
        if not isinstance(value, list):
            return self.refuse("marks", False)
        self.refuse("marks", len(value) <= (5 if self.fault == "takes-many-items" else 4))
        for index, mark in enumerate(value):
            if self.fault == "fails-on-infinity":
                int(mark if is_number(mark) else 0)
            isFine = is_whole(mark) and not (self.fault == "refuses-points" and isinstance(mark, float))
            self.refuse(f"marks[{index}]", isFine and 1 <= mark <= 99)
        if self.fault != "takes-double-items":
            self.refuse("marks", all(mark not in value[:index] for index, mark in enumerate(value)))

    def check_keeper(self, value):
        if not isinstance(value, dict):
            return self.refuse("keeper", False)
        if self.fault != "takes-unknown-inner-fields":
            for name in value:
                self.refuse(f"keeper.{name}", name in ["email", "phone"])
        # A change of an object inside may say a part of it (RFC 7396).
        if "email" not in value:
            self.refuse("keeper.email", self.fault == "takes-missing" or self.is_change)
        elif value["email"] is None:
            self.refuse("keeper.email", self.fault == "takes-null")
        else:
            isFine = isinstance(value["email"], str) and re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value["email"])
            self.refuse("keeper.email", isinstance(value["email"], str) and (isFine or self.fault == "takes-any-email"))
        if "phone" in value:
            phone = value["phone"]
            isFine = isinstance(phone, str) and (self.fault == "takes-any-pattern" or re.fullmatch("[0-9]{4,12}", phone, re.ASCII))
            if self.fault == "takes-line-ends" and isinstance(phone, str):
                isFine = re.match("^[0-9]{4,12}$", phone, re.ASCII)
            self.refuse("keeper.phone", isFine or (phone is None and (self.is_change or self.fault == "takes-null")))
        elif not self.is_change:
            self.refuse("keeper.phone", self.fault != "needs-phones")


class CheckupBody:
    """What a caller says of a checkup."""

    def __init__(self, value):
        if not isinstance(value, dict):
            self.faults = [("", "no object")]
            return
        hours, condition = value.get("hours"), value.get("condition")
        self.faults = [(name, "unknown") for name in value if name not in ["condition", "hours"]]
        if not isinstance(condition, str) or condition not in CONDITIONS:
            self.faults.append(("condition", "no condition"))
        if not is_whole(hours) or not 0 <= hours <= 1_000_000:
            self.faults.append(("hours", "no number of hours"))

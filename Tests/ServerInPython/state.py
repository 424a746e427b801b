"""What the server keeps: the gauges of each port, who may call, what was counted and what was answered."""

import base64
import hashlib
import hmac
import json
import threading
import time
import uuid

SECRET = b"no secret: this server is there to be tested"
SCOPES = {"read": ["read"], "write": ["write", "read"], "admin": ["admin", "write", "read"]}
PORTS = ["brest", "gdynia", "split"]
SUSPENDED = ["split"]


def name_of(*words):
    """A UUID that is the same at every start."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "/".join(words)))


def text_of(prefix, *words):
    digits = hashlib.sha256("/".join(words).encode()).hexdigest()[:20]
    # No digits of base 16, which may be the same in capitals.
    return prefix + digits.translate(str.maketrans("abcdef", "ghjkmn"))


def token(claims):
    """A JSON Web Token (RFC 7519), signed with HMAC-SHA256."""
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    head = part(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    signed = head + "." + part(json.dumps(claims).encode())
    return signed + "." + part(hmac.new(SECRET, signed.encode(), hashlib.sha256).digest())


class State:
    """Everything that changes, and can be put back."""

    def __init__(self):
        self.lock = threading.RLock()
        self.credentials = {}
        # How many calls of each idempotency key are being answered.
        self.under_way = {}
        self.reset()

    def reset(self):
        with self.lock:
            self.advanced = 0
            self.calls, self.made, self.answers = {}, {}, {}
            self.gauges = {port: self.seed(port) for port in PORTS}

    def now(self):
        return time.time() + self.advanced

    def seed(self, port):
        rows = []
        for index in range(9):
            gauge = {
                "gauge": name_of(port, "gauge", str(index)), "name": f"Gauge {index} of {port}",
                "kind": ["river", "harbour", "sea"][index % 3], "height": 10.5 + index, "built": f"2019-05-0{index + 1}",
                "asleep": False, "added_at": 1_760_000_000 + index + 0.25, "watched": index == 1,
            }
            if index % 2 == 0:
                gauge |= {"note": "Rusty.", "marks": [3, 7], "keeper": {"email": "ada@tides.example", "phone": "004712"}}
            rows.append(gauge)
        return rows

    def credential(self, kind, port, scopes, roles=(), state="valid"):
        """Makes a key or a token, and the entry of the fixtures for it."""
        words = (port, kind, "+".join(scopes), "+".join(roles), state)
        if kind == "person":
            late = state == "expired"
            claims = {"sub": "/".join(words), "port": port, "scopes": scopes, "roles": list(roles), "exp": 1_000_000_000 if late else 4_000_000_000}
            text = token(claims)
        else:
            text = text_of({"viewer": "tv_", "station": "ts_", "agent": "tg_"}[kind], *words)
            self.credentials[text] = {"kind": kind, "port": port, "scopes": scopes, "state": state}
        entry = {"tenant": port, "kind": "bearer" if kind == "person" else kind, "scopes": scopes, "headers": {"Authorization": f"Bearer {text}"}, "state": state}
        if roles:
            entry["roles"] = list(roles)
        return entry

    def fixtures(self, url):
        """The file that checkers read."""
        entries = []
        for port in PORTS:
            entries += [self.credential("viewer", port, ["read"])]
            entries += [self.credential("station", port, [scope]) for scope in SCOPES]
            entries += [self.credential("agent", port, ["read"])]
            entries += [self.credential("person", port, ["read"], ["warden"])]
            entries += [self.credential("person", port, ["write"], [role]) for role in ["watcher", "warden"]]
        entries += [self.credential("person", port, ["write"]) for port in ["brest", "split"]]
        entries += [self.credential("person", "brest", ["write"], ["warden"], "expired")]
        entries += [self.credential("station", "brest", ["admin"], state=state) for state in ["revoked", "expired"]]
        entries += [self.credential("viewer", "brest", ["read"], state=state) for state in ["revoked", "expired"]]
        ids = ["getGauge", "changeGauge", "removeGauge", "checkGauge", "listReadings"]
        parameters = {port: {id: {"gauge": name_of(port, "gauge", "0")} for id in ids} for port in PORTS}
        watched = {"removeGauge": {"still-watched": {"parameters": {"gauge": name_of("brest", "gauge", "1")}}}}
        gauge = {"name": "Reserved", "kind": "sea", "height": 3.5, "built": "2020-01-02"}
        reserved = {"addGauge": {"name-reserved": {"body": gauge}}}
        root = url.rsplit("/v1", 1)[0]
        return {
            "fixtures": 1, "baseURL": url, "tenants": [port for port in PORTS if port not in SUSPENDED], "suspended": SUSPENDED,
            "credentials": entries, "parameters": parameters, "failures": {"brest": watched | reserved},
            "control": {"reset": root + "/control/reset", "advanceClock": root + "/control/clock"},
        }

"""Who calls: what a request presents, and what that opens."""

import base64
import hashlib
import hmac
import json
import re

from state import SCOPES, SECRET

WARDEN = {"kind": "station", "port": "brest", "scopes": ["admin"], "state": "valid", "roles": ["warden"], "name": "nobody"}
FORM = re.compile(r"(tv_|ts_|tg_)[a-z0-9]{20}", re.ASCII)


class Refused(Exception):
    def __init__(self, status, code, faults=(), headers=None):
        super().__init__(code)
        self.status, self.code, self.faults, self.headers = status, code, list(faults), headers or {}


def refuse_caller(code):
    raise Refused(401, code)


class Callers:
    """Reads credentials as an endpoint takes them."""

    def __init__(self, state, fault):
        self.state, self.fault = state, fault

    def identify(self, request, takes):
        """The caller of an endpoint that takes some of `key` and `person`."""
        fault = self.fault
        fields = request.headers.get_all("Authorization") or []
        places = [text for text in fields if text.strip()]
        query = [] if fault == "knows-one-place" or "key" not in takes else [text for text in request.query.get("access_key", []) if text]
        if fault == "takes-other-header" and not places and request.headers.get("X-Access-Token"):
            places = ["Bearer " + request.headers["X-Access-Token"]]
        if fault == "takes-other-parameter" and not places and request.query.get("access_token"):
            places = ["Bearer " + request.query["access_token"][0]]
        if fault == "passes-over-wrong-places" and places and query and not FORM.fullmatch(places[0].partition(" ")[2]):
            places = []
        if not places and not query:
            if fault == "takes-anyone" or (fault == "takes-empty" and fields):
                return WARDEN
            refuse_caller("credential-empty" if fields or "access_key" in request.query else "credential-missing")
        if len(places) > 1 and fault != "takes-repeated":
            refuse_caller("credential-repeated")
        if places and query and fault != "takes-two-places":
            refuse_caller("credential-repeated")
        text = self.behind_scheme(places[0]) if places else query[0]
        if text.count(".") == 2:
            return self.person(text, takes)
        return self.key(text, takes)

    def behind_scheme(self, field):
        word, _, text = field.partition(" ")
        known = word == "Bearer" if self.fault == "scheme-by-letters" else word.lower() == "bearer"
        if self.fault == "takes-bare-keys" and not text:
            return word
        if not known and self.fault != "takes-any-scheme":
            refuse_caller("credential-missing")
        if not text.strip():
            if self.fault == "takes-empty":
                return next(iter(self.state.credentials))
            refuse_caller("credential-empty")
        return text.strip()

    def person(self, text, takes):
        head, claims, signature = text.split(".")
        wanted = hmac.new(SECRET, f"{head}.{claims}".encode(), hashlib.sha256).digest()
        sent = signature + "=" * (-len(signature) % 4)
        try:
            claims = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
            isSigned = hmac.compare_digest(base64.urlsafe_b64decode(sent), wanted)
        except ValueError:
            refuse_caller("credential-malformed")
        if self.fault == "takes-unsigned-algorithm" and json.loads(base64.urlsafe_b64decode(head + "=" * (-len(head) % 4))).get("alg") == "none":
            isSigned = True
        if self.fault == "takes-other-signatures" and "exp" in claims:
            isSigned = True
        if not isSigned:
            if self.fault == "takes-unsigned":
                return dict(WARDEN, kind="person")
            refuse_caller("credential-unknown")
        if claims["exp"] < self.state.now() and self.fault != "takes-expired":
            refuse_caller("credential-expired")
        if "person" not in takes:
            refuse_caller("credential-foreign")
        return {"kind": "person", "port": claims["port"], "scopes": claims["scopes"], "roles": claims["roles"], "name": claims["sub"]}

    def key(self, text, takes):
        fault = self.fault
        if fault == "takes-any-case" and text[:3] in ["TV_", "TS_"]:
            text = text[:3].lower() + text[3:]
        if fault == "takes-keys-in-capitals":
            text = text[:3] + text[3:].lower()
        if fault == "takes-key-beginnings":
            text = next((known for known in self.state.credentials if text.startswith(known)), text)
        if fault == "takes-key-ends":
            text = next((known for known in self.state.credentials if text.endswith(known)), text)
        if fault == "takes-cut-keys" and len(text) > 12:
            text = next((known for known in self.state.credentials if known.startswith(text)), text)
        if not FORM.fullmatch(text):
            if fault == "takes-malformed":
                return WARDEN
            refuse_caller("credential-malformed")
        known = self.state.credentials.get(text)
        if known is None:
            if fault == "takes-unknown":
                return WARDEN
            refuse_caller("credential-unknown")
        if known["state"] == "revoked" and fault != "takes-revoked":
            refuse_caller("credential-revoked")
        if known["state"] == "expired" and fault != "takes-expired":
            refuse_caller("credential-expired")
        if "key" not in takes:
            if fault == "takes-every-realm":
                return dict(known, roles=["warden"], scopes=["admin"], name=text)
            refuse_caller("credential-foreign")
        return dict(known, roles=[], name=text)

    def scopes(self, caller):
        fault = self.fault
        held = {scope for scope in caller["scopes"]}
        if "admin" in held and fault != "admin-implies-nothing":
            held |= set(SCOPES["admin"])
        if "write" in held and fault != "write-implies-nothing":
            held.add("read")
        if fault == "write-removes" and "write" in held:
            held.add("admin")
        if fault == "reads-scopes-at-writing" and "read" in held:
            held.add("write")
        return held

    def has_role(self, caller, role):
        roles = set(caller["roles"])
        if "warden" in roles and self.fault != "warden-is-no-watcher":
            roles.add("watcher")
        return caller["kind"] != "person" or role in roles or self.fault == "needs-no-role"

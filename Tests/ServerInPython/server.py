"""A server of the Tides API, without anything but Python, and with switches for single faults.

    python3 server.py --fixtures FILE [--port N] [--document FILE] [--fault NAME] [--list-faults]
"""

import argparse
import json
import os
import re
import tempfile
import time
import traceback
import urllib.parse
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from callers import Callers, Refused
from checks import VERSIONS, Checks
from endpoints import Endpoints
from faults import FAULTS
from state import State

#       method, path, id, credentials, kinds of key, scope, role, whether of a port
ROUTES = [
    ("GET", "/gauges", "list_gauges", ["key", "person"], ["viewer", "station", "agent"], "read", None, True),
    ("POST", "/gauges", "add_gauge", ["key"], ["station"], "write", None, True),
    ("GET", "/gauges/:id", "get_gauge", ["key", "person"], ["viewer", "station", "agent"], "read", None, True),
    ("PATCH", "/gauges/:id", "change_gauge", ["person"], [], "write", "watcher", True),
    ("DELETE", "/gauges/:id", "remove_gauge", ["key"], ["station"], "admin", None, True),
    ("POST", "/gauges/:id/checkup", "check_gauge", ["key"], ["station"], "write", None, True),
    ("GET", "/gauges/:id/readings", "list_readings", ["key", "person"], ["viewer", "station", "agent"], "read", None, True),
    ("GET", "/tide", "get_tide", [], [], None, None, False),
]


class Request:
    """What a call says, and what is found out about it on the way."""

    def __init__(self, method, path, query, headers, data, base, route, path_id):
        self.method, self.path, self.headers, self.data, self.base = method, path, headers, data, base
        self.query, self.route, self.path_id = query, route, path_id
        self.caller = self.port = self.body = None
        self.values, self.doubled = {}, []


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *arguments):
        pass

    def handle_any(self):
        size = int(self.headers.get("Content-Length") or 0)
        data = self.rfile.read(size) if size else b""
        self.id = "one" if self.server.fault == "one-request-id" else uuid.uuid4().hex
        path, _, query = self.path.partition("?")
        self.cross_origin = {}
        try:
            if path.startswith("/control/"):
                return self.control(path, data)
            status, body, headers = self.answer_in_turn(path, query, data)
        except Refused as refusal:
            return self.refuse(refusal)
        except Exception:
            traceback.print_exc()
            return self.refuse(Refused(500, "internal-error"))
        self.send(status, body, headers)

    do_GET = do_POST = do_PATCH = do_DELETE = do_PUT = do_HEAD = do_OPTIONS = do_TRACE = handle_any

    def answer_in_turn(self, path, query, data):
        key, under_way = self.headers.get("Idempotency-Key"), self.server.state.under_way
        under_way[key] = under_way.get(key, 0) + 1
        if self.server.fault == "does-twice-at-once":
            time.sleep(0.1)
        try:
            with self.server.state.lock:
                return self.answer(path, query, data)
        finally:
            under_way[key] -= 1

    def control(self, path, data):
        if path == "/control/reset":
            self.server.state.reset()
        else:
            self.server.state.advanced += json.loads(data)["seconds"]
        self.send(204, None, {})

    def answer(self, path, query, data):
        fault = self.server.fault
        if not path.startswith("/v1"):
            raise Refused(404, "unknown-path")
        path = path[3:]
        if path == "/openapi.json" and self.command == "GET" and fault != "no-document" and self.server.document:
            return 200, self.server.document, {}
        routes = [route for route in ROUTES if re.fullmatch(route[1].replace(":id", "[^/]+"), path)]
        if not routes:
            raise Refused(403 if fault == "unknown-path-403" else 404, "unknown-path")
        self.server.checks.version(self.headers)
        methods = [route[0] for route in routes] + (["PURGE"] if fault == "wrong-allow" else [])
        allow = {} if fault == "no-allow" else {"Allow": ", ".join(methods + ["OPTIONS"])}
        if self.command == "OPTIONS" and fault != "no-options":
            return 204, None, allow | self.preflight(routes)
        method = "GET" if self.command == "HEAD" and fault == "answers-head" else self.command
        route = next((route for route in routes if route[0] == method), None)
        if route is None:
            raise Refused(404, "unknown-path") if fault == "method-404" else Refused(405, "method-not-allowed", headers=allow)
        parts = path.split("/")
        path_id = urllib.parse.unquote(parts[2]) if len(parts) > 2 else None
        values = urllib.parse.parse_qs(query, keep_blank_values=True)
        if fault == "fails-on-odd-ids" and path_id and "\0" in path_id or fault == "fails-on-odd-filters" and "%00" in query:
            raise RuntimeError("a zero byte")
        request = Request(method, path, values, self.headers, data, self.server.base, route, path_id)
        return self.server.checks.carry_out(request, self)

    def preflight(self, routes):
        fault = self.server.fault
        wanted = self.headers.get("Access-Control-Request-Method")
        if not wanted or not self.headers.get("Origin") or fault == "no-cors":
            return {}
        route = next((route for route in routes if route[0] == wanted), None)
        isOpen = route and (not route[3] or "viewer" in route[4])
        if not isOpen and fault != "cors-for-all":
            return {}
        names = ["Authorization", "X-Port", "X-Tides-Version"]
        left_out = {"cors-without-authorization": names[0], "cors-without-port": names[1], "cors-without-version": names[2]}.get(fault)
        names = ", ".join(name for name in names if name != left_out)
        return {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": wanted, "Access-Control-Allow-Headers": names}

    def allow_reading(self, route, caller):
        """Scripts of other origins may read what a key that browsers hold may."""
        fault = self.server.fault
        isOpen = not route[3] or (caller and caller["kind"] == "viewer")
        if self.headers.get("Origin") and fault != "no-cors" and (isOpen or fault == "cors-for-all"):
            self.cross_origin = {"Access-Control-Allow-Origin": "*"}

    def refuse(self, refusal):
        fault = self.server.fault
        path = self.path.split("?")[0]
        if fault == "plain-errors":
            return self.send(refusal.status, b"no", refusal.headers, "text/plain")
        code = "credential-unknown" if fault == "one-code-for-all" and refusal.status == 401 else refusal.code
        if fault == "other-code" and code == "not-found":
            code = "nothing"
        error = {"code": {"credential-expired": "too-late"}.get(code, code), "message": f"This was refused: {refusal.code}."}
        if fault == "leaks-trace":
            error["message"] = "Traceback (most recent call last):\n  File \"/srv/tides/server.py\", line 12, in answer"
        error["status"] = 500 if fault == "other-status-in-body" else refusal.status
        error["path"] = "/" if fault == "other-path-in-body" else path
        error["request_id"] = "other" if fault == "other-request-id" else self.id
        body = {"error": error}
        if refusal.faults and fault != "no-place":
            body["faults"] = [{"at": "query.elsewhere" if fault == "wrong-place" else place, "why": why} for place, why in refusal.faults[:100]]
        headers = dict(refusal.headers)
        if refusal.status == 401 and fault != "no-challenge":
            headers["WWW-Authenticate"] = 'Bearer realm="Tides API"'
        self.send(refusal.status, body, headers, "text/plain" if fault == "other-media-type" else "application/json")

    def send(self, status, body, headers, media="application/json"):
        fault = self.server.fault
        data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        self.send_response_only(status)
        isOther = fault == "other-revision" or (fault == "other-revision-of-errors" and status >= 400)
        if fault != "no-revision" and not (fault == "no-revision-of-options" and self.command == "OPTIONS"):
            self.send_header("X-Tides-Revision", "2025-01-01" if isOther else "2026-04-01")
        self.send_header("X-Request-Id", self.id)
        isOne = fault == "one-version-told" or (fault == "one-version-told-in-errors" and status >= 400)
        chosen = None if isOne else self.headers.get("X-Tides-Version")
        self.send_header("X-Tides-Served", chosen if chosen in VERSIONS else VERSIONS[0])
        for name, value in (headers | self.cross_origin).items():
            self.send_header(name, str(value))
        if body is not None:
            self.send_header("Content-Type", media)
        if status != 204:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if (self.command != "HEAD" or fault == "body-behind-head") and status != 204:
            self.wfile.write(data)


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128


def write(path, text):
    """Writes a file, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=os.path.dirname(os.path.abspath(path)))
    with os.fdopen(handle, "w") as file:
        file.write(text)
    os.replace(name, path)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--fixtures")
    options.add_argument("--document")
    options.add_argument("--fault")
    options.add_argument("--list-faults", action="store_true")
    options = options.parse_args()
    if options.list_faults:
        return print("\n".join(f"{family} {name}" for family, faults in FAULTS.items() for name in faults))
    if options.fault and not any(options.fault in faults for faults in FAULTS.values()):
        raise SystemExit(f"there is no fault '{options.fault}'")
    server = Server(("127.0.0.1", options.port), Handler)
    server.fault, server.state = options.fault, State()
    server.base = f"http://127.0.0.1:{server.server_port}/v1"
    server.document = None
    if options.document:
        with open(options.document, "rb") as file:
            document = json.load(file)
        if options.fault == "other-document":
            document["info"]["version"] = "0.0.1"
        server.document = json.dumps(document).encode()
    server.checks = Checks(server.state, options.fault, Callers(server.state, options.fault), Endpoints(server.state, options.fault))
    fixtures = json.dumps(server.state.fixtures(server.base), indent=1)
    if options.fixtures:
        write(options.fixtures, fixtures)
    print(server.base, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()

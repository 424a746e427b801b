"""Holds an OpenAPI document to the facts that a page about conventions states.

usage: judge-conventions-page.py PAGE DOCUMENT

The facts are read from the page's own text: what it no longer says is an error, like what the document does not say. Then the document is
broken in a copy, at least once for each fact, and the fact must notice; a judge that sees nothing would pass everything.
"""

import copy
import json
import os
import re
import sys

METHODS = ("get", "post", "put", "patch", "delete")


class PageIsSilent(Exception):
    """The page does not say what a fact is read from."""


class Page:
    def __init__(self, text):
        self.text = text

    def find(self, pattern):
        """The groups of a sentence that the page must have."""
        found = re.search(pattern, self.text, re.MULTILINE)
        if not found:
            raise PageIsSilent(f"the page does not say {pattern!r}")
        return found.groups()

    def all(self, pattern):
        found = re.findall(pattern, self.text, re.MULTILINE)
        if not found:
            raise PageIsSilent(f"the page does not say {pattern!r}")
        return found

    @property
    def prefix(self):
        return self.find(r"All endpoints are prefixed with (/\w+)")[0]

    def example(self, heading):
        """The JSON example below a heading."""
        return json.loads(self.find(re.escape(heading) + r"\s*(\{[^}]*\})")[0])

    def calls(self):
        """The calls that examples show: method, path below the prefix and header fields; curl sends GET where it is told nothing else."""
        for url, fields in self.all(r'curl https://[^/\s]+(/\S+) \\\n((?:\s+-H "[^"]*"(?: \\)?\n)+)'):
            yield ("get", url.removeprefix(self.prefix), re.findall(r'-H "([\w-]+): ([^"]*)"', fields))

    def statuses(self):
        """The rows of the table of errors: what a status means, and what to do, in one text."""
        return {int(status): text for status, text in self.all(r"^([45]\d\d)(\D.*)$")}


class Document:
    def __init__(self, json):
        self.json = json

    def operations(self):
        for path, item in self.json["paths"].items():
            for method in METHODS:
                if method in item:
                    yield method, path, item[method]

    def operation(self, method, path):
        return self.json["paths"].get(path, {}).get(method)

    def is_collection(self, path):
        """Whether things are made at a path, or stand below it by their names."""
        return "post" in self.json["paths"][path] or any(other.startswith(path + "/{") for other in self.json["paths"])

    def resolved(self, value):
        while "$ref" in value:
            target = self.json
            for name in value["$ref"].removeprefix("#/").split("/"):
                target = target[name]
            value = target
        return value

    def properties(self, schema):
        """The members of an object, of all its parts."""
        schema = self.resolved(schema)
        members = dict(schema.get("properties", {}))
        for part in schema.get("allOf", []):
            members |= self.properties(part)
        return members

    def failures(self, operation):
        return {int(status): self.resolved(reply) for status, reply in operation["responses"].items() if int(status) >= 400}

    def success(self, operation):
        return next(self.resolved(reply) for status, reply in operation["responses"].items() if int(status) < 400)

    def result(self, operation):
        return self.properties(self.success(operation)["content"]["application/json"]["schema"])

    def headers(self, operation):
        return {p["name"]: p for p in operation.get("parameters", []) if p["in"] == "header"}

    def queries(self, operation):
        return {p["name"]: p for p in operation.get("parameters", []) if p["in"] == "query"}

    def body(self, operation):
        return self.properties(operation["requestBody"]["content"]["application/json"]["schema"])

    def schemes(self, operation):
        return [self.json["components"]["securitySchemes"][name] for choice in operation["security"] for name in choice]


def is_admin(path):
    return path.startswith("/admin/")


# Each fact yields what is wrong, in phrases; below it stands what must not escape it.


def servers(page, document):
    wanted = {name.lower(): url + page.prefix for name, url in page.all(r"^(Staging|Production)(https://\S+)$")}
    found = {server["description"]: server["url"] for server in document.json["servers"]}
    if found != wanted:
        yield f"the servers are {found}, not {wanted}"


def shown_endpoints(page, document):
    shown = {(method, path) for method, path, _ in page.calls()}
    shown |= {(method.lower(), path) for method, path in page.all(r"via (GET|POST|PUT|PATCH|DELETE) " + page.prefix + r"(/\S+)")}
    for call in shown:
        if not document.operation(*call):
            yield f"there is no {call}"
    for method, path, operation in document.operations():
        is_marked = "endpoint" in operation.get("x-charter-assumed", [])
        if is_marked == ((method, path) in shown):
            yield f"{method} {path} is {'marked' if is_marked else 'not marked'} as assumed"
    example_path = page.example("jsonexample 401")["path"].removeprefix(page.prefix)
    if example_path not in document.json["paths"]:
        yield f"there is no path {example_path}"


def credentials(page, document):
    (key_header,) = page.find(r"Pass the key in the (\S+) header")
    page.find(r"For dashboard and admin endpoints, authenticate with an? ")
    (scheme,) = {value.split()[0] for _, _, fields in page.calls() for name, value in fields if name == "Authorization"}
    for method, path, operation in document.operations():
        for found in document.schemes(operation) or [{}]:
            is_key = found.get("type") == "apiKey" and found.get("in") == "header" and found.get("name") == key_header
            is_token = found.get("type") == "http" and found.get("scheme", "").lower() == scheme.lower()
            if not (is_token if is_admin(path) else is_key):
                yield f"{method} {path} takes {found}"


def companions(page, document):
    (implied,) = page.find(r"The tenant is implied by the key — no (\S+) header needed")
    (tenant_header,) = page.find(r"The (X-[A-Za-z]+(?:-[A-Z][a-z]+)*)\s*header tells us which of the user's tenants")
    (agnostic,) = page.find(r"omit it for tenant-agnostic endpoints like (/[^\s)]+)\)")
    fields = [name for _, path, shown in page.calls() if is_admin(path) for name, _ in shown]
    (app_header,) = set(fields) - {"Authorization", tenant_header}
    if implied != tenant_header:
        raise PageIsSilent(f"the page names {implied} and {tenant_header}")
    for method, path, operation in document.operations():
        headers = {name for name, parameter in document.headers(operation).items() if parameter["required"]}
        if set(document.headers(operation)) != headers:
            yield f"{method} {path} has header fields that may be absent"
        names_tenant = is_admin(path) and operation["x-charter-tenancy"] == "tenant"
        wanted = ({app_header} if is_admin(path) else set()) | ({tenant_header} if names_tenant else set())
        if headers != wanted:
            yield f"{method} {path} takes {headers}, not {wanted}"
    if document.operation("get", agnostic.removeprefix(page.prefix))["x-charter-tenancy"] != "none":
        yield f"{agnostic} has to do with a tenant"
    for name, place in document.json["x-charter-tenancy"]["from"].items():
        is_key = document.json["components"]["securitySchemes"][name]["type"] == "apiKey"
        if place != ("key" if is_key else {"header": tenant_header}):
            yield f"callers with {name} name their tenant at {place}"


def media(page, document):
    page.find(r"Every request is JSON\. Every response is JSON\.")
    for method, path, operation in document.operations():
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        for body in bodies + [document.resolved(reply) for reply in operation["responses"].values()]:
            if list(body.get("content", {})) != ["application/json"]:
                yield f"{method} {path} has {list(body.get('content', {}))}"
        if "204" in operation["responses"]:
            yield f"{method} {path} answers 204"


def spelling(page, document):
    names, first, second = page.find(r"Field names use (\w+) in responses and accept (\w+) or (\w+) in requests")
    stated = document.json.get("x-charter-json", {})
    if stated.get("names") != names or set(stated.get("accepts", [])) != {first, second}:
        yield f"names are spelled {stated}"
    if names != "camelCase":
        raise PageIsSilent(f"the page spells names as {names}")
    for name, schema in document.json["components"]["schemas"].items():
        for member in document.properties(schema):
            if not re.fullmatch(r"[a-z][A-Za-z0-9]*", member):
                yield f"{name}.{member} is not {names}"


def values(page, document):
    page.find(r"Timestamps are ISO 8601 with timezone \(always UTC\)\. IDs are UUIDv4\.")
    example = page.example("jsonexample response")
    shapes = [document.properties(schema) for schema in document.json["components"]["schemas"].values()]
    if not any(set(example) <= set(shape) for shape in shapes):
        yield f"nothing has {', '.join(example)}"
    for shape in shapes:
        for name, schema in shape.items():
            wanted = "uuid" if name == "id" else "date-time" if name.endswith("At") or name == "timestamp" else None
            if wanted and schema.get("format") != wanted:
                yield f"{name} is {schema.get('format')}"
    digits = re.search(r"\.(\d+)Z", example["createdAt"])[1]
    if {3: "milliseconds"}[len(digits)] != document.json.get("x-charter-json", {}).get("timestamps"):
        yield "instants have other digits than the example"


def error_body(page, document):
    (words,) = page.find(r"Errors are HTTP status codes plus a JSON body with (.+?)\.$")
    documented = {word for word in re.findall(r"\w+", words) if word not in ("and", "a")}
    shown = page.example("jsonexample 401")
    body = document.resolved({"$ref": "#/components/schemas/Problem"})
    if not documented <= set(body["required"]) or set(body["properties"]) != set(shown):
        yield f"the body has {list(body['properties'])} and needs {body['required']}"
    marked = {fact for fact in document.json["x-charter-assumed"] if fact.startswith("errors.body.")}
    if marked != {f"errors.body.{name}" for name in set(shown) - documented}:
        yield f"of the body {marked} are marked as assumed"
    for method, path, operation in document.operations():
        for status, reply in document.failures(operation).items():
            if reply["content"]["application/json"]["schema"] != {"$ref": "#/components/schemas/Problem"}:
                yield f"{method} {path} answers {status} with another body"
            if reply["content"]["application/json"]["example"].get("statusCode") != status:
                yield f"{method} {path} shows another status than {status}"


def error_statuses(page, document):
    rows = page.statuses()
    if len(rows) != 7:
        raise PageIsSilent(f"the table of the page has the statuses {list(rows)}")
    found = {status for _, _, operation in document.operations() for status in document.failures(operation)}
    if found != set(rows):
        yield f"the statuses of errors are {sorted(found)}, not {sorted(rows)}"


def error_meanings(page, document):
    rows = page.statuses()
    for status, words in {
        400: ["Bad request", "payload"],
        401: ["Missing / invalid auth"],
        403: ["role", "tenant suspension"],
        404: ["not found", "Verify ID", "tenant scope"],
        409: ["slug taken"],
        429: ["Rate limit", "Retry-After"],
        500: ["Server error"],
    }.items():
        for word in words:
            if word not in rows.get(status, ""):
                raise PageIsSilent(f"the page does not say {word!r} of {status}")
    for method, path, operation in document.operations():
        failures = document.failures(operation)
        about = {status: reply["description"] for status, reply in failures.items()}
        takes = bool(operation.get("parameters") or operation.get("requestBody"))
        ids = any(p["in"] == "path" for p in operation.get("parameters", []))
        bound = operation["x-charter-tenancy"] == "tenant"
        roles = operation.get("x-charter-roles")
        wanted = {
            400: takes,
            401: True,
            403: bound or bool(roles),
            404: ids or (bound and is_admin(path)),
            429: bool(operation.get("x-charter-limits")),
            500: True,
        }
        for status, is_wanted in wanted.items():
            if (status in failures) != is_wanted:
                yield f"{method} {path} {'lacks' if is_wanted else 'has'} {status}"
        if bound and "suspended" not in about.get(403, ""):
            yield f"{method} {path} does not speak of suspension"
        if roles and "role" not in about.get(403, ""):
            yield f"{method} {path} does not speak of roles"
    conflict = document.failures(document.operation("post", "/admin/tenants")).get(409, {"description": ""})
    if "slug is taken" not in conflict["description"]:
        yield "no 409 says that a slug is taken"
    if document.json["x-charter-tenancy"].get("suspended") != 403:
        yield "suspended tenants do not get 403"


def idempotency(page, document):
    (name,) = page.find(r"POST endpoints that create resources accept an (\w+)\.")
    page.find(r"Repeat calls with the same key \+ same payload return the original response")
    (example,) = page.find(r"Use your own internal IDs \(e\.g\. (\S+)\)")
    for method, path, operation in document.operations():
        convention = operation.get("x-charter-idempotency", {})
        if method != "post":
            if convention:
                yield f"{method} {path} can be repeated by a key"
            continue
        key = document.body(operation).get(name)
        if convention.get("field") != name or key is None:
            yield f"{method} {path} takes no {name}"
            continue
        is_fit = key.get("minLength", 0) <= len(example) <= key.get("maxLength", len(example))
        if not is_fit or not re.search(key.get("pattern", ""), example) or key.get("type") != "string" or "format" in key:
            yield f"{method} {path} does not take the key {example}"
        if convention.get("same") != "body":
            yield f"{method} {path} does not compare payloads"


def pagination(page, document):
    size, cursor = page.find(r"List endpoints use cursor-based pagination via \?(\w+)= and \?(\w+)=")
    (next_cursor,) = page.find(r"Responses include a (\w+) field; pass it back to fetch the next page")
    default, most = map(int, page.find(size + r" defaults to (\d+) and maxes at (\d+)"))
    lists = [found for found in document.operations() if found[0] == "get" and document.is_collection(found[1])]
    if not lists:
        yield "there is no list"
    for method, path, operation in lists:
        queries = document.queries(operation)
        if set(queries) != {size, cursor} or any(parameter["required"] for parameter in queries.values()):
            yield f"{method} {path} is paged by {list(queries)}"
            continue
        schema = queries[size]["schema"]
        if (schema.get("default"), schema.get("maximum")) != (default, most):
            yield f"{method} {path} has pages of {schema}"
        if next_cursor not in document.result(operation):
            yield f"{method} {path} gives no {next_cursor}"


def rates(page, document):
    page.find(r"^Per-tenant defaults:$")
    (per_minute,) = page.find(r"(\d+) requests/minute on Live now endpoints \(admin, tenant management\)")
    for method, path, operation in document.operations():
        limits = operation.get("x-charter-limits", [])
        partition = operation["x-charter-tenancy"] if operation["x-charter-tenancy"] != "none" else "user"
        wanted = {"allow": int(per_minute), "per": 60, "by": partition}
        if is_admin(path) and not any(wanted.items() <= limit.items() for limit in limits):
            yield f"{method} {path} has not the limit {wanted}"
        marked = "limits" in operation.get("x-charter-assumed", [])
        if is_admin(path) and marked != (partition == "user"):
            yield f"the limit of {method} {path} is {'marked' if marked else 'not marked'} as assumed"


def quotas(page, document):
    per_day, unit, plan = page.find(r"([\d,]+) (\w+)/day on the free (\w+) plan")
    operation = document.operation("post", f"/{unit}")
    wanted = {"allow": {plan.lower(): int(per_day.replace(",", ""))}, "per": "day", "by": "tenant"}
    if not any(wanted.items() <= limit.items() for limit in operation.get("x-charter-limits", [])):
        yield f"sending has not the quota {wanted}"


def overrides(page, document):
    method, path, field = page.find(r"Per-key overrides available via (\w+) (/\S+) with (\w+)")
    operation = document.operation(method.lower(), path.removeprefix(page.prefix))
    if field not in document.body(operation):
        yield f"{method} {path} takes no {field}"
    keyed = [limit for _, path, found in document.operations() if not is_admin(path) for limit in found["x-charter-limits"]]
    if not any(limit.get("override") == field and limit["by"] == "key" for limit in keyed):
        yield f"no limit is overridden by {field}"


def retry_after(page, document):
    (name,) = page.find(r"Rate-limit responses set (\S+) in seconds")
    for method, path, operation in document.operations():
        header = document.failures(operation).get(429, {}).get("headers", {}).get(name)
        if not header or not header["required"] or header["schema"]["type"] != "integer":
            yield f"the 429 of {method} {path} has no {name} in seconds"


def change(*path, to):
    """A break: another value at a path of members; the value may be made from the old one."""

    def apply(document):
        *way, last = path
        for name in way:
            document = document[name]
        document[last] = to(document.get(last) if isinstance(document, dict) else document[last]) if callable(to) else to

    return apply


def remove(*path):
    def apply(document):
        *way, last = path
        for name in way:
            document = document[name]
        del document[last]

    return apply


def parameters(method, path, to):
    return change("paths", path, method, "parameters", to=to)


def without(name):
    return lambda found: [parameter for parameter in found if parameter["name"] != name]


def resized(key, value):
    return lambda found: [p | {"schema": p["schema"] | {key: value}} if p["name"] == "limit" else p for p in found]


HEADER = {"name": "X-Tenant-Slug", "in": "header", "required": True, "schema": {"type": "string"}}
ME, KEYS, TENANTS, MESSAGES = "/admin/me", "/admin/api-keys", "/admin/tenants", "/messages"
SEND = ("paths", MESSAGES, "post")
IDEMPOTENCY_KEY = ("requestBody", "content", "application/json", "schema", "allOf", 1, "properties", "idempotency_key")
PAGE_OF_KEYS = ("paths", KEYS, "get", "responses", "200", "content", "application/json", "schema", "properties")

FACTS = [
    (servers, [
        change("servers", 0, "url", to="https://api-raven-cloud.autotribes.app"),
        change("servers", 1, "description", to="test"),
        remove("servers", 1),
    ]),
    (shown_endpoints, [
        remove("paths", ME),
        change("paths", ME, "get", "x-charter-assumed", to=["endpoint"]),
        change("paths", TENANTS, "get", "x-charter-assumed", to=[]),
        remove("paths", TENANTS),
    ]),
    (credentials, [
        change("components", "securitySchemes", "service", "name", to="X-Api-Key"),
        change("components", "securitySchemes", "person", "scheme", to="basic"),
        change("paths", KEYS, "post", "security", to=[{"person": []}, {"service": []}]),
        change("paths", MESSAGES, "get", "security", to=[]),
    ]),
    (companions, [
        parameters("get", KEYS, without("X-Tenant-Slug")),
        parameters("get", KEYS, without("X-App-Name")),
        parameters("get", ME, lambda found: found + [HEADER]),
        parameters("get", MESSAGES, lambda found: found + [HEADER]),
        parameters("get", ME, lambda found: [found[0] | {"required": False}]),
        change("x-charter-tenancy", "from", "service", to={"header": "X-Tenant-Slug"}),
        change("paths", ME, "get", "x-charter-tenancy", to="tenant"),
    ]),
    (media, [
        change(*SEND, "requestBody", "content", to=lambda found: found | {"text/plain": {}}),
        change("paths", KEYS + "/{id}", "delete", "responses", "204", to={"description": "Gone."}),
        change("components", "responses", "NotFound", "content", to=lambda found: {"application/problem+json": found["application/json"]}),
    ]),
    (spelling, [
        change("x-charter-json", "accepts", to=["camelCase"]),
        change("x-charter-json", "names", to="snake_case"),
        change("components", "schemas", "Tenant", "properties", "created_at", to={"type": "string", "format": "date-time"}),
    ]),
    (values, [
        remove("components", "schemas", "Tenant", "properties", "slug"),
        change("components", "schemas", "Tenant", "properties", "id", "format", to="uri"),
        change("components", "schemas", "Message", "properties", "createdAt", "format", to="date"),
        change("x-charter-json", "timestamps", to="seconds"),
    ]),
    (error_body, [
        change("components", "schemas", "Problem", "required", to=["statusCode", "message"]),
        change("components", "schemas", "Problem", "properties", "code", to={"type": "string"}),
        change("x-charter-assumed", to=lambda found: [fact for fact in found if fact != "errors.body.timestamp"]),
        change("components", "responses", "NotFound", "content", "application/json", "example", "statusCode", to=400),
        change("components", "responses", "NotFound", "content", "application/json", "schema", to={"type": "object"}),
    ]),
    (error_statuses, [
        change(*SEND, "responses", "415", to={"$ref": "#/components/responses/BadRequest"}),
    ]),
    (error_meanings, [
        remove("paths", ME, "get", "responses", "401"),
        remove("paths", KEYS, "get", "responses", "404"),
        remove(*SEND, "responses", "403"),
        change("paths", TENANTS, "post", "responses", "409", "description", to="The request is in conflict with another."),
        change("components", "responses", "Forbidden", "description", to="No."),
        change("x-charter-tenancy", "suspended", to=404),
    ]),
    (idempotency, [
        remove("paths", TENANTS, "post", *IDEMPOTENCY_KEY),
        change(*SEND, *IDEMPOTENCY_KEY, "format", to="uuid"),
        change(*SEND, *IDEMPOTENCY_KEY, "maxLength", to=8),
        change(*SEND, "x-charter-idempotency", "same", to="nothing"),
        change("paths", KEYS, "post", "x-charter-idempotency", "field", to="key"),
    ]),
    (pagination, [
        parameters("get", MESSAGES, resized("maximum", 100)),
        parameters("get", TENANTS, resized("default", 20)),
        parameters("get", KEYS, without("cursor")),
        remove(*PAGE_OF_KEYS, "nextCursor"),
    ]),
    (rates, [
        change("paths", KEYS, "get", "x-charter-limits", 0, "allow", to=100),
        change("paths", KEYS, "post", "x-charter-limits", 0, "per", to=1),
        change("paths", KEYS, "post", "x-charter-limits", 0, "by", to="key"),
        remove("paths", ME, "get", "x-charter-limits"),
        change("paths", ME, "get", "x-charter-assumed", to=["returns"]),
    ]),
    (quotas, [
        change(*SEND, "x-charter-limits", 0, "allow", "hatchling", to=1000),
        change(*SEND, "x-charter-limits", 0, "per", to="month"),
    ]),
    (overrides, [
        remove("components", "schemas", "TenantKeyCreate", "properties", "rateLimitRpm"),
        lambda document: [limit.pop("override", None) for _, _, operation in Document(document).operations() for limit in operation["x-charter-limits"]],
    ]),
    (retry_after, [
        remove("components", "responses", "TooManyRequests", "headers"),
        change("components", "responses", "TooManyRequests2", "headers", "Retry-After", "schema", "type", to="string"),
    ]),
]


def faults(fact, page, json):
    """What is wrong; a document that lacks what a fact looks at is wrong too."""
    try:
        return list(fact(page, Document(json)))
    except (KeyError, TypeError, IndexError, StopIteration) as error:
        return [f"the document has not the form that is looked for: {error!r}"]


def main(page_path, document_path):
    if not os.path.exists(page_path):
        if os.environ.get("CI") == "true":
            sys.exit(f"{page_path} is missing: in CI its facts must be compared")
        print(f"NOT COMPARED: {page_path} is not on this machine")
        return
    with open(page_path, encoding="utf-8") as file:
        page = Page(file.read())
    with open(document_path, encoding="utf-8") as file:
        document = json.load(file)
    wrong, blind, broken = 0, 0, 0
    for fact, breaks in FACTS:
        for fault in faults(fact, page, document):
            wrong += 1
            print(f"{fact.__name__}: {fault}")
        for number, apply in enumerate(breaks, start=1):
            damaged = copy.deepcopy(document)
            apply(damaged)
            broken += 1
            if not faults(fact, page, damaged):
                blind += 1
                print(f"{fact.__name__}: does not notice its break {number}")
    print(f"{len(FACTS)} kinds of facts compared, {wrong} faults; of {broken} breaks {broken - blind} noticed")
    if wrong or blind:
        sys.exit(1)


try:
    main(*sys.argv[1:])
except PageIsSilent as error:
    sys.exit(f"error: {error}")

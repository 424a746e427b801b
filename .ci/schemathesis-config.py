"""Prints the configuration of schemathesis for a demo server.

usage: schemathesis-config.py OPENAPI FIXTURES HOOKS > schemathesis.toml
OPENAPI is the document with the examples that are valid there.

All checks and all phases are on. Parameters that are required or known to the fixtures mostly have the values of their examples, and
members of bodies those of the fixtures, so that every operation is answered with success too; else they have what schemathesis makes up.

What schemathesis expects of data that fit the document is less than by default, for neither redirections nor errors of the server are
expected, and widened only where no document can say what is valid: by 400 at lists with signed cursors, and by 422 at operations that
refuse what names nothing there is, or answers a form wrongly.
"""

import json
import sys

from fixtures import METHODS, Fixtures

# JSON writes texts, numbers and lists as TOML reads them.
toml = json.dumps


def leaves(value, path):
    """The texts and numbers of a body that stand in no list, by their paths."""
    if isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, f"{path}.{name}")
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
        yield path, value


def credentials(operations, schemes, fixtures):
    """For each security scheme the credential that may do most of those which operations take."""
    for operation in operations:
        scheme = next(iter(operation["security"][0]))
        # The kinds of key, from the one that may do least; or what fixtures call a credential without kinds.
        kind = (operation.get("x-charter-key-kinds") or ["bearer" if schemes[scheme]["type"] == "http" else scheme])[-1]
        (text,) = fixtures.headers(kind).values()
        if schemes[scheme]["type"] == "http":
            yield scheme, "bearer", text.removeprefix("Bearer ")
        else:
            yield scheme, "api_key", text


def expected(operation, names):
    """The statuses that may answer data which fit the document."""
    statuses = ["2xx", "401", "403", "404", "409", "429"]
    return statuses + ["400"] * ("cursor" in names) + ["422"] * ("422" in operation["responses"])


def section(operation, shared, fixtures):
    """The settings of one operation, and the dictionaries that they name."""
    name = operation["operationId"]
    parameters = shared + operation.get("parameters", [])
    places = {each["name"]: each["in"] for each in parameters}
    known = fixtures.parameters(name)
    values = {f"{each['in']}.{each['name']}": each["example"] for each in parameters if each["required"] or each["name"] in known}
    values |= dict(leaves(fixtures.body(name) or {}, "body"))
    lines = ["[[operations]]", f"include-operation-id = {toml(name)}"]
    lines += [f"checks.positive_data_acceptance.expected-statuses = {toml(expected(operation, places))}"]
    lines += [f"parameters.{toml(key)} = {{ dictionary = {toml(f'{name}.{key}')}, probability = 0.8 }}" for key in values]
    return "\n".join(lines), {f"{name}.{key}": value for key, value in values.items()}


document, fixtures_file, hooks = sys.argv[1:]
fixtures = Fixtures(fixtures_file)
with open(document, encoding="utf-8") as file:
    content = json.load(file)
paths = content["paths"].values()
operations = [operation for item in paths for method, operation in item.items() if method in METHODS]
sections = [
    section(operation, item.get("parameters", []), fixtures)
    for item in paths
    for method, operation in item.items()
    if method in METHODS
]
print(f"hooks = {toml(hooks)}")
print(f"base-url = {toml(fixtures.base_url)}")
for scheme, key, text in sorted(set(credentials(operations, content["components"]["securitySchemes"], fixtures))):
    print(f"[auth.openapi.{scheme}]\n{key} = {toml(text)}")
print("\n".join(text for text, _ in sections))
for _, dictionaries in sections:
    for name, value in dictionaries.items():
        print(f"[dictionaries.{toml(name)}]\nvalues = [{toml(value)}]")

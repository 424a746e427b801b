"""Prints the document of an API with the examples that are valid on a demo server, and nothing else of it changed.

usage: schemathesis-document.py OPENAPI FIXTURES > openapi.json

What the contract's examples name exists nowhere, so that a fuzzer would be refused wherever it begins with them.
"""

import json
import sys

from fixtures import METHODS, Fixtures


def exemplify_parameter(parameter, value):
    for place in (parameter, parameter["schema"]):
        place.pop("examples", None)
        place["example"] = value


def exemplify_body(content, value):
    for media in content.values():
        media.pop("examples", None)
        media["example"] = value


document, fixtures_file = sys.argv[1:]
fixtures = Fixtures(fixtures_file)
with open(document, encoding="utf-8") as file:
    content = json.load(file)
for item in content["paths"].values():
    for method, operation in item.items():
        if method not in METHODS:
            continue
        known = dict(fixtures.parameters(operation["operationId"]))
        for parameter in operation.get("parameters", []):
            if parameter["name"] in known:
                exemplify_parameter(parameter, known.pop(parameter["name"]))
        if known:
            sys.exit(f"error: {operation['operationId']} has no parameter {', '.join(known)} of its own, as the fixtures say")
        body = fixtures.body(operation["operationId"])
        if body is not None:
            exemplify_body(operation["requestBody"]["content"], body)
json.dump(content, sys.stdout)

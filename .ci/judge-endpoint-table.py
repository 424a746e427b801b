"""Compares the endpoint table of a documentation page with an OpenAPI document: method, path, scope and purpose, row by row."""

import json
import os
import re
import sys

ROW = re.compile(r"^\| (GET|POST|PUT|PATCH|DELETE) \| (\S+) \| (\S+) \| (.+) \|$")


def rows_of_page(path):
    with open(path, encoding="utf-8") as page:
        return [ROW.match(line.strip()).groups() for line in page if ROW.match(line.strip())]


def rows_of_document(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    rows = []
    for template, item in document["paths"].items():
        for method, operation in item.items():
            path = re.sub(r"\{(\w+)\}", r":\1", template)
            scopes = operation["x-required-scopes"]
            rows.append((method.upper(), path, " ".join(scopes), operation["summary"]))
    return rows


def main(page, document):
    if not os.path.exists(page):
        if os.environ.get("CI") == "true":
            sys.exit(f"{page} is missing: in CI the table must be compared")
        print(f"NOT COMPARED: {page} is not on this machine")
        return
    documented, generated = rows_of_page(page), rows_of_document(document)
    missing = [row for row in documented if row not in generated]
    extra = [row for row in generated if row not in documented]
    for row in missing:
        print("only on the page:     ", *row, sep=" | ")
    for row in extra:
        print("only in the document: ", *row, sep=" | ")
    print(f"{len(documented) - len(missing)} of {len(documented)} rows equal")
    if not documented or missing or extra:
        sys.exit(1)


main(*sys.argv[1:])

"""Holds contracts to the JSON Schema of the contract language, as editors do.

    judge-contracts.py SCHEMA valid FILE...     every contract must be valid
    judge-contracts.py SCHEMA invalid FILE...   none may be

YAML is read as language servers read it: plain scalars by the core schema of YAML 1.2, merge keys followed, tags passed over.
"""

import json
import sys

import jsonschema
import ruamel.yaml
from ruamel.yaml.nodes import MappingNode, SequenceNode

def value(node, yaml):
    """The JSON value of a node; names of members are always texts."""
    if isinstance(node, SequenceNode):
        return [value(element, yaml) for element in node.value]
    if isinstance(node, MappingNode):
        members, merged = {}, {}
        for key, inner in node.value:
            if key.value == "<<":
                for source in inner.value if isinstance(inner, SequenceNode) else [inner]:
                    merged = {**value(source, yaml), **merged}
            else:
                members[key.value] = value(inner, yaml)
        return {**merged, **members}
    if node.style is not None:
        return node.value
    return scalar(yaml.resolver.resolve(ruamel.yaml.nodes.ScalarNode, node.value, (True, False)), node.value)

def scalar(tag, text):
    kind = str(tag).rpartition(":")[2]
    try:
        return {"null": lambda: None, "bool": lambda: text.lower() == "true", "int": lambda: int(text, 0), "float": lambda: float(text)}[kind]()
    except (KeyError, ValueError):
        return text

def faults(schema, file):
    yaml = ruamel.yaml.YAML()
    with open(file, encoding="utf-8") as text:
        contract = value(yaml.compose(text), yaml)
    deepest = (jsonschema.exceptions.best_match([fault]) for fault in schema.iter_errors(contract))
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in deepest]

def main():
    path, expectation, *files = sys.argv[1:]
    if not files or expectation not in ("valid", "invalid"):
        sys.exit(__doc__)
    with open(path, encoding="utf-8") as text:
        document = json.load(text)
    jsonschema.Draft7Validator.check_schema(document)
    schema = jsonschema.Draft7Validator(document)
    wrong = 0
    for file in files:
        found = faults(schema, file)
        if bool(found) != (expectation == "invalid"):
            wrong += 1
            print(f"{file}: expected to be {expectation} under the schema", *found, sep="\n  ")
    print(f"{len(files) - wrong} of {len(files)} contracts are {expectation} under the schema, as expected")
    sys.exit(1 if wrong else 0)

main()

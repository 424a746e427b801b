"""Fails where a run of schemathesis got no success from an operation: then it judged refusals only.

usage: judge-answered.py OPENAPI REPORT.ndjson
"""

import collections
import json
import sys

document, report = sys.argv[1:]
statuses = collections.defaultdict(collections.Counter)
with open(report, encoding="utf-8") as file:
    for line in file:
        finished = json.loads(line).get("ScenarioFinished")
        if finished is None:
            continue
        recorder = finished["recorder"]
        for case, interaction in recorder.get("interactions", {}).items():
            called = recorder["cases"][case]["value"]
            if interaction["response"] is not None:
                statuses[f"{called['method'].lower()} {called['path']}"][interaction["response"]["status_code"]] += 1
with open(document, encoding="utf-8") as file:
    paths = json.load(file)["paths"]
silent = []
for path, item in paths.items():
    for method, operation in item.items():
        if not isinstance(operation, dict) or "operationId" not in operation:
            continue
        seen = statuses[f"{method} {path}"]
        print(f"   {operation['operationId']}: {', '.join(f'{count} x {status}' for status, count in sorted(seen.items()))}")
        if not any(200 <= status < 300 for status in seen):
            silent.append(operation["operationId"])
if silent:
    sys.exit(f"error: schemathesis never had success at {', '.join(silent)}")

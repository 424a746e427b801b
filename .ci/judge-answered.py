"""Fails where a server answered an operation never with success: whoever called it then saw refusals only.

usage: judge-answered.py OPENAPI LOG
LOG is what a server wrote, with an entry for each request.
"""

import collections
import json
import re
import sys

from fixtures import METHODS

document, log = sys.argv[1:]
statuses = collections.defaultdict(collections.Counter)
with open(log, encoding="utf-8") as file:
    for line in file:
        endpoint, status = re.search(r" charter\.endpoint=(\w+)", line), re.search(r" http\.response\.status_code=(\d+)", line)
        if endpoint and status:
            statuses[endpoint[1]][status[1]] += 1
with open(document, encoding="utf-8") as file:
    items = json.load(file)["paths"].values()
operations = [operation["operationId"] for item in items for method, operation in item.items() if method in METHODS]
for name in operations:
    print(f"   {name}: {', '.join(f'{count} x {status}' for status, count in sorted(statuses[name].items()))}")
silent = [name for name in operations if not any(status.startswith("2") for status in statuses[name])]
if silent or not operations:
    sys.exit(f"error: there was never success at {', '.join(silent) or 'any operation'}")

"""Holds the plan of a build to what it must not compile.

usage: judge-build-plan.py PLAN NEEDED FORBIDDEN…

PLAN is the file in which SwiftPM tells llbuild what to do; its default target must lead to the module NEEDED, and to no module whose name
begins with a FORBIDDEN word.
"""

import json
import re
import sys

plan, needed, *forbidden = sys.argv[1:]
makers, targets, default, command = {}, {}, None, None
section = ""
for line in open(plan, encoding="utf-8"):
    if found := re.match(r"(\w+):(.*)", line):
        section, command = found[1], None
        if section == "default":
            default = json.loads(found[2])
    elif section == "targets" and (found := re.match(r'  ("[^"]*"): (\[.*\])', line)):
        targets[json.loads(found[1])] = json.loads(found[2])
    elif section == "commands" and re.match(r'  "', line):
        command = {"inputs": [], "outputs": []}
    elif command is not None and (found := re.match(r"    (inputs|outputs): (\[.*\])", line)):
        command[found[1]] = json.loads(found[2])
        for output in command["outputs"]:
            makers[output] = command

reached, pending = set(), list(targets[default])
while pending:
    node = pending.pop()
    if node in reached or node not in makers:
        continue
    reached.update(makers[node]["outputs"])
    pending += makers[node]["inputs"]
    # Whoever makes a node makes all that comes with it.
    pending += [other for other in makers[node]["outputs"] if other != node]

modules = sorted({found[1] for node in reached if (found := re.search(r"/([^/]+)\.build/.*\.o$", node))})
if needed not in modules:
    sys.exit(f"error: {plan} does not lead to {needed}, but to {', '.join(modules) or 'nothing'}")
if unwanted := [module for module in modules if module.startswith(tuple(forbidden))]:
    sys.exit(f"error: {plan} leads to {', '.join(unwanted)}")
print(f"   compiles {len(modules)} modules, none of {', '.join(forbidden)}")

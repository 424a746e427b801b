#!/usr/bin/env python3
"""Proves that the checks of conformance find faults: `.ci/mutants.py [--all] [NAME ...]`.

Starts the server in Tests/ServerInPython once as it should be, where no check may fail, and once with each single fault, where some check must.
By default it takes the first fault of each family; `--all` takes every one, and names are those of faults or families. `--seeds N` holds the sound
server to the checks with so many seeds. It ends with a table of how many faults of each family were found: by any check, and by one of that family.
Exits with 1 where a fault survives or a check fails for nothing, and with 2 where there is no fault and no family of a name.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SERVER = ROOT / "Tests/ServerInPython/server.py"
CONTRACT = ROOT / "Tests/ServerInPython/tides.yaml"


class Trial:
    """A server, and what the checks say of it."""

    def __init__(self, tools, folder, fault, seed=0):
        fixtures = pathlib.Path(tempfile.mkdtemp(dir=folder)) / "fixtures.json"
        command = [sys.executable, "-B", SERVER, "--fixtures", fixtures, "--document", f"{folder}/Tides/openapi.json"]
        with open(f"{fixtures}.log", "wb") as log:
            server = subprocess.Popen(command + (["--fault", fault] if fault else []), stdout=log, stderr=log)
        try:
            begin = time.monotonic()
            while not fixtures.exists():
                if server.poll() is not None or time.monotonic() - begin > 60:
                    raise SystemExit(f"the server did not start: {pathlib.Path(f'{fixtures}.log').read_text()}")
                time.sleep(0.05)
            command = [f"{tools}/charter-conform", CONTRACT, "--fixtures", fixtures, "--document", f"{folder}/Tides/openapi.json"]
            done = subprocess.run(command + ["--format", "json", "-q", "--seed", str(seed)], capture_output=True, text=True)
        finally:
            server.terminate()
            server.wait()
        if done.returncode not in (0, 1):
            raise SystemExit(f"charter-conform ended with {done.returncode}: {done.stderr}")
        self.checks = json.loads(done.stdout)["checks"]

    def of(self, outcome):
        return [check for check in self.checks if check["outcome"] == outcome]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--all", action="store_true")
    options.add_argument("--seeds", type=int, default=1)
    options.add_argument("--tools", default=str(ROOT / ".build/debug"))
    options.add_argument("names", nargs="*")
    options = options.parse_args()
    listed = subprocess.run([sys.executable, "-B", SERVER, "--list-faults"], capture_output=True, text=True, check=True).stdout
    faults = [line.split() for line in listed.splitlines()]
    firsts = {family: name for family, name in reversed(faults)}
    unknown = set(options.names) - {word for fault in faults for word in fault}
    if unknown:
        print(f"there is no fault or family {', '.join(map(repr, sorted(unknown)))}; there are", file=sys.stderr)
        for family in dict.fromkeys(family for family, _ in faults):
            print(f"  {family}: {', '.join(name for own, name in faults if own == family)}", file=sys.stderr)
        raise SystemExit(2)
    if options.names:
        faults = [fault for fault in faults if set(fault) & set(options.names)]
    elif not options.all:
        faults = [[family, firsts[family]] for family in dict.fromkeys(family for family, _ in faults)]
    failures = 0
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([f"{options.tools}/charter", "generate", "-q", CONTRACT, "--output", folder], check=True)
        for seed in range(options.seeds):
            sound = Trial(options.tools, folder, None, seed)
            for check in sound.of("failed"):
                failures += 1
                print(f"FALSE ALARM (seed {seed}) {check['name']}: {check['actual']}")
        print(f"as it should be: {len(sound.of('passed'))} passed, {len(sound.of('unchecked'))} unchecked, {options.seeds} seeds", flush=True)
        table = {}
        for family, name in faults:
            found = {check["family"] for check in Trial(options.tools, folder, name).of("failed")}
            row = table.setdefault(family, [0, 0, 0])
            table[family] = [row[0] + 1, row[1] + bool(found), row[2] + (family in found)]
            if not found:
                failures += 1
                print(f"SURVIVES {family} {name}", flush=True)
            elif family not in found:
                print(f"found by {', '.join(sorted(found))} alone: {family} {name}", flush=True)
    print("family          faults   found  by its family")
    table["all"] = [sum(column) for column in zip(*table.values())]
    for family, (count, found, own) in table.items():
        print(f"{family:15}{count:7}{found:8}{own:15}")
    raise SystemExit(1 if failures else 0)


if __name__ == "__main__":
    main()

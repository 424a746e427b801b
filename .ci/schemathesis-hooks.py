"""What schemathesis does before its requests to a demo server.

A second passes on the server before each: so the limits of the contract hold (none of a minute lets fewer than sixty requests pass, and none
of a second fewer than one) and nobody waits for them. And each operation begins with the data as they were: what another one did, such as to
ban the member who would come, would leave it nothing to succeed with. Chains of operations, which must see what the ones before did, are
left alone.
"""

import http.client
import json
import os
import sys
import urllib.parse

import schemathesis

sys.path.insert(0, os.path.dirname(__file__))
from fixtures import Fixtures

CONTROL = Fixtures(os.environ["FIXTURES"]).content["control"]
connection = http.client.HTTPConnection(urllib.parse.urlsplit(CONTROL["reset"]).netloc, timeout=30)
before = None


def post(url, body=None):
    text = None if body is None else json.dumps(body)
    connection.request("POST", urllib.parse.urlsplit(url).path, body=text, headers={"Content-Type": "application/json"})
    with connection.getresponse() as response:
        response.read()
        if response.status not in (200, 204):
            raise RuntimeError(f"POST {url} is answered {response.status}")


@schemathesis.hook
def before_call(context, case, kwargs):
    global before
    phase = case.meta.phase.name.value if case.meta else "stateful"
    if phase != "stateful" and (phase, case.operation.label) != before:
        before = phase, case.operation.label
        post(CONTROL["reset"])
    post(CONTROL["advanceClock"], {"seconds": 1})

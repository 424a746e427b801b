"""What schemathesis does before its requests to a demo server.

To the examples of the document come the bodies that the server says are valid there. Time passes on the server, so that the limits of the contract hold and nobody waits for them. And each operation begins with the data as
they were: what another one did, such as to ban the member who would come, would leave it nothing to succeed with. Chains of operations,
which must see what the ones before did, are left alone.
"""

import json
import os
import sys
import urllib.request

import schemathesis

sys.path.insert(0, os.path.dirname(__file__))
from fixtures import Fixtures

FIXTURES = Fixtures(os.environ["FIXTURES"])
CONTROL = FIXTURES.content["control"]
before = None


def post(url, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, headers={"Content-Type": "application/json"}, method="POST")
    urllib.request.urlopen(request, timeout=30).close()


@schemathesis.hook
def before_add_examples(context, examples):
    operation = context.operation.definition.raw["operationId"]
    body = FIXTURES.body(operation)
    if body is not None:
        example = context.operation.Case(path_parameters=FIXTURES.parameters(operation), body=body, media_type="application/json")
        # First, before another example takes the place that there is once only.
        examples.insert(0, example)


@schemathesis.hook
def before_call(context, case, kwargs):
    global before
    phase = case.meta.phase.name.value if case.meta else "stateful"
    if phase != "stateful" and (phase, case.operation.label) != before:
        before = phase, case.operation.label
        post(CONTROL["reset"])
    # A second: no limit of a minute lets fewer than sixty pass, and none of a second fewer than one.
    post(CONTROL["advanceClock"], {"seconds": 1})

"""Calls a running server through clients that another generator, openapi-python-client, made of its document.

usage: judge-openapi-python-client.py CLIENTS COBUNTU_FIXTURES RAVEN_FIXTURES
CLIENTS is a folder with the packages `Cobuntu` and `Raven`.
"""

import sys
import uuid

clients, cobuntu_file, raven_file = sys.argv[1:]
sys.path.insert(0, clients)

from Cobuntu import Client as CobuntuClient
from Cobuntu.api.events import list_events
from Cobuntu.api.broadcasts import send_broadcast
from Cobuntu.models import Broadcast, BroadcastCreate, Problem as CobuntuProblem
from Raven import Client as RavenClient
from Raven.api.messages import get_message, list_messages, send_message
from Raven.api.tenants import create_tenant
from Raven.models import Channel, CreateTenantBody, Message, Problem as RavenProblem, SendMessageBody, Tenant
from fixtures import Fixtures


def expect(fact, *seen):
    if not fact:
        raise SystemExit(f"error: a client of openapi-python-client does not get what is documented: {seen}")


def call_cobuntu(fixtures):
    client = CobuntuClient(base_url=fixtures.base_url, headers=fixtures.headers("secret"))
    tag = fixtures.tenant

    whole = list_events.sync(tag, client=client, limit=100)
    expect(whole.total == len(whole.items) >= 3, whole)
    walked, offset = [], 0
    while True:
        page = list_events.sync(tag, client=client, limit=2, offset=offset)
        walked += [event.slug for event in page.items]
        offset += len(page.items)
        if not page.has_more:
            break
    expect(walked == [event.slug for event in whole.items], walked)

    body = BroadcastCreate.from_dict(fixtures.body("sendBroadcast"))
    sent = send_broadcast.sync_detailed(tag, client=client, body=body)
    expect(sent.status_code == 202 and isinstance(sent.parsed, Broadcast), sent)

    stranger = CobuntuClient(base_url=fixtures.base_url, headers={"X-API-Key": "sk_live_unknown"})
    refused = send_broadcast.sync_detailed(tag, client=stranger, body=body)
    expect(refused.status_code == 401 and isinstance(refused.parsed, CobuntuProblem) and refused.parsed.status == 401, refused)
    body.segment_id = uuid.uuid4()
    unknown = send_broadcast.sync_detailed(tag, client=client, body=body)
    expect(unknown.status_code == 422 and isinstance(unknown.parsed, CobuntuProblem), unknown)


def call_raven(fixtures):
    client = RavenClient(base_url=fixtures.base_url, headers=fixtures.headers("live"))
    body = SendMessageBody(channel=Channel.EMAIL, to="ada@example.org", text="Hello", subject="Hi", idempotency_key=f"judge-{uuid.uuid4()}")
    sent = send_message.sync_detailed(client=client, body=body)
    expect(sent.status_code == 201 and isinstance(sent.parsed, Message), sent)
    again = send_message.sync_detailed(client=client, body=body)
    expect(again.parsed.id == sent.parsed.id, again)
    body.text = "Good bye"
    other = send_message.sync_detailed(client=client, body=body)
    expect(other.status_code == 409 and isinstance(other.parsed, RavenProblem) and other.parsed.status_code == 409, other)
    expect(get_message.sync(sent.parsed.id, client=client).text == "Hello")

    whole = list_messages.sync(client=client, limit=200)
    walked, cursor = [], None
    while True:
        page = list_messages.sync(client=client, limit=3, **({"cursor": cursor} if cursor else {}))
        walked += [message.id for message in page.items]
        cursor = page.next_cursor
        if not cursor:
            break
    expect(walked[:200] == [message.id for message in whole.items], walked)

    person = RavenClient(base_url=fixtures.base_url, headers=fixtures.headers("bearer"))
    body = CreateTenantBody(name="Judged", slug=f"judged-{uuid.uuid4().hex[:8]}")
    made = create_tenant.sync_detailed(client=person, body=body, x_app_name="judge")
    expect(made.status_code == 201 and isinstance(made.parsed, Tenant), made)
    taken = create_tenant.sync_detailed(client=person, body=body, x_app_name="judge")
    expect(taken.status_code == 409 and isinstance(taken.parsed, RavenProblem), taken)


call_cobuntu(Fixtures(cobuntu_file))
call_raven(Fixtures(raven_file))
print("-- openapi-python-client: both servers are listed, paged, written to, and fail with typed errors")

"""Calls running servers through the Python clients that openapi-generator made of their documents.

usage: judge-openapi-generator.py CLIENTS COBUNTU_FIXTURES RAVEN_FIXTURES
CLIENTS is a folder with the packages `cobuntu_client` and `raven_client`.
"""

import sys
import uuid

clients, cobuntu_file, raven_file = sys.argv[1:]
sys.path.insert(0, clients)

import cobuntu_client
import raven_client
from fixtures import Fixtures


def expect(fact, *seen):
    if not fact:
        raise SystemExit(f"error: a client of openapi-generator does not get what is documented: {seen}")


def refusal(module, call):
    """The exception of a call that must be refused."""
    try:
        answer = call()
    except module.ApiException as exception:
        return exception
    raise SystemExit(f"error: a call that must be refused is answered {answer}")


def client_of(module, fixtures, headers):
    client = module.ApiClient(module.Configuration(host=fixtures.base_url))
    for name, value in headers.items():
        client.set_default_header(name, value)
    return client


def call_cobuntu(fixtures):
    client = client_of(cobuntu_client, fixtures, fixtures.headers("secret"))
    tag = fixtures.tenant

    events = cobuntu_client.EventsApi(client)
    whole = events.list_events(tag, limit=100)
    expect(whole.total == len(whole.items) >= 3, whole)
    walked, page = [], None
    while page is None or page.has_more:
        page = events.list_events(tag, limit=2, offset=len(walked))
        walked += [event.slug for event in page.items]
    expect(walked == [event.slug for event in whole.items], walked)

    broadcasts = cobuntu_client.BroadcastsApi(client)
    body = cobuntu_client.BroadcastCreate.from_dict(fixtures.body("sendBroadcast"))
    sent = broadcasts.send_broadcast_with_http_info(tag, body)
    expect(sent.status_code == 202 and isinstance(sent.data, cobuntu_client.Broadcast), sent)

    unknown = refusal(cobuntu_client, lambda: broadcasts.send_broadcast(tag, body.model_copy(update={"segment_id": uuid.uuid4()})))
    expect(unknown.status == 422 and isinstance(unknown.data, cobuntu_client.Problem) and unknown.data.status == 422, unknown)
    stranger = cobuntu_client.BroadcastsApi(client_of(cobuntu_client, fixtures, {"X-API-Key": "sk_live_unknown"}))
    refused = refusal(cobuntu_client, lambda: stranger.send_broadcast(tag, body))
    expect(refused.status == 401 and isinstance(refused.data, cobuntu_client.Problem), refused)


def call_raven(fixtures):
    messages = raven_client.MessagesApi(client_of(raven_client, fixtures, fixtures.headers("live")))
    contents = {"channel": "email", "to": "ada@example.org", "subject": "Hi", "idempotency_key": f"judge-{uuid.uuid4()}"}
    body = raven_client.SendMessageRequest.from_dict({**contents, "text": "Hello"})
    sent = messages.send_message(body)
    expect(isinstance(sent, raven_client.Message) and sent.text == "Hello", sent)
    expect(messages.send_message(body).id == sent.id, sent)
    other = refusal(raven_client, lambda: messages.send_message(body.model_copy(update={"text": "Good bye"})))
    expect(other.status == 409 and isinstance(other.data, raven_client.Problem) and other.data.status_code == 409, other)
    expect(messages.get_message(sent.id).text == "Hello")

    whole = messages.list_messages(limit=200)
    walked, page = [], None
    while page is None or page.next_cursor:
        page = messages.list_messages(limit=3, cursor=page.next_cursor if page else None)
        walked += [message.id for message in page.items]
    expect(walked[:200] == [message.id for message in whole.items] and len(walked) >= 3, walked)

    tenants = raven_client.TenantsApi(client_of(raven_client, fixtures, fixtures.headers("bearer")))
    body = raven_client.CreateTenantRequest(name="Judged", slug=f"judged-{uuid.uuid4().hex[:8]}")
    made = tenants.create_tenant("judge", body)
    expect(isinstance(made, raven_client.Tenant) and made.slug == body.slug, made)
    taken = refusal(raven_client, lambda: tenants.create_tenant("judge", body))
    expect(taken.status == 409 and isinstance(taken.data, raven_client.Problem), taken)


call_cobuntu(Fixtures(cobuntu_file))
call_raven(Fixtures(raven_file))
print("-- openapi-generator: its clients list, page, write, and fail with typed errors")

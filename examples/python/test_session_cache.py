"""A small cache, and what becomes of it in the course of time and when memcached fails."""

import pytest


class SessionCache:
    """The code under test: sessions end after thirty minutes, and a lost cache is a lost session, not an error."""

    def __init__(self, client):
        self._client = client

    def save(self, user, token):
        self._client.set(f"session:{user}", token, expire=1800, noreply=False)

    def find(self, user):
        try:
            value = self._client.get(f"session:{user}")
        except OSError:
            return None
        return value.decode() if value else None


@pytest.fixture
def sessions(client):
    return SessionCache(client)


def test_sessions_end_after_thirty_minutes(fakecached, sessions):
    sessions.save("u1", "token")

    fakecached.post("clock/advance", seconds=29 * 60)
    assert sessions.find("u1") == "token"

    fakecached.post("clock/advance", seconds=60)
    assert sessions.find("u1") is None


def test_a_session_that_somebody_else_stored_is_found(fakecached, sessions):
    fakecached.post("contents", key="session:u1", value="token", timeToLive=60)

    assert sessions.find("u1") == "token"


def test_a_reply_that_is_lost_is_a_lost_session(fakecached, sessions):
    sessions.save("u1", "token")
    fakecached.post("faults", fault="dropReply", command="get", times=1)

    assert sessions.find("u1") is None
    assert sessions.find("u1") == "token"


def test_one_question_is_asked_once(fakecached, sessions):
    sessions.find("u1")

    exchanges = fakecached.get("journal?key=session:u1")["exchanges"]
    assert [(each["command"], each["outcome"]) for each in exchanges] == [("get", "miss")]

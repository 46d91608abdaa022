"""A fake memcached for the tests of a project: copy this file to where the tests are."""

import json
import os
import subprocess
import urllib.error
import urllib.request

import pytest
from pymemcache.client.base import Client

JAR = os.environ.get("FAKECACHED_JAR", "fakecached-standalone.jar")


class Fakecached:
    """The fake in its process: where it listens, and all that can be asked of it besides."""

    def __init__(self, ready):
        self.address = (ready["nodes"][0]["host"], ready["nodes"][0]["port"])
        self._admin = ready["admin"]

    def get(self, path):
        """What there is: clock, nodes, contents, faults, journal."""
        return self._ask("GET", path)

    def post(self, path, **arguments):
        """Changes something: post("clock/advance", seconds=60)."""
        return self._ask("POST", path, arguments)

    def delete(self, path):
        """Takes something away: delete("faults?id=1")."""
        return self._ask("DELETE", path)

    def _ask(self, method, path, arguments=None):
        request = urllib.request.Request(
            self._admin + path,
            method=method,
            data=json.dumps(arguments).encode() if arguments else None,
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=10) as response:
                body = response.read()
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()}") from None
        return json.loads(body) if body else None


@pytest.fixture(scope="session")
def fakecached_process():
    # It ends with this process, even if that is killed.
    command = ["java", "-jar", JAR, "-p", "0", "--admin-port", "0", "--ready-json", "--exit-with-parent"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        ready = process.stdout.readline()
        if not ready:
            pytest.exit(f"{JAR} does not start: set FAKECACHED_JAR to the standalone jar", returncode=1)
        yield Fakecached(json.loads(ready))
        process.terminate()


@pytest.fixture
def fakecached(fakecached_process):
    """The fake, as new."""
    fakecached_process.post("reset")
    return fakecached_process


@pytest.fixture
def client(fakecached):
    client = Client(fakecached.address, connect_timeout=5, timeout=1, default_noreply=False)
    yield client
    client.close()

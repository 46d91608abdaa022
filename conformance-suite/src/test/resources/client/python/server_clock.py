"""Lets time pass on a memcached: at once where it knows debugtime, as the fake does, and by waiting anywhere else."""
import socket
import time

LIMIT = 30


def ask(connection, request, ending):
    connection.sendall(request)
    reply = b""
    while not reply.endswith(ending):
        received = connection.recv(4096)
        if not received:
            raise EOFError("the server closed the connection after %r" % reply)
        reply += received
    return reply


def now(connection):
    return int(ask(connection, b"stats\r\n", b"END\r\n").split(b"STAT time ")[1].split()[0])


def advance(server, seconds):
    host, port = server.split(":")
    with socket.create_connection((host, int(port)), timeout=LIMIT) as connection:
        if ask(connection, b"debugtime %d\r\n" % seconds, b"\r\n") == b"OK\r\n":
            return
        end = now(connection) + seconds
        limit = time.monotonic() + seconds + LIMIT
        while now(connection) < end:
            if time.monotonic() > limit:
                raise TimeoutError("the clock of %s stands still" % server)
            time.sleep(0.02)

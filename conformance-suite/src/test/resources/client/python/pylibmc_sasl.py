"""Signs in at the server named by the first argument with the user and password that follow, and stores and fetches a value.
libmemcached chooses the mechanism."""
import sys

import pylibmc

server, user, password = sys.argv[1:]
mc = pylibmc.Client([server], binary=True, username=user, password=password)
try:
    mc.set("k", "value")
    print("fetched", mc.get("k"))
except pylibmc.Error as e:
    print("refused", e)

"""Every operation of python-memcached against the server named by the first argument; exits with 1 at the first surprise."""
import sys

import memcache

STATS = """pid uptime time version pointer_size rusage_user rusage_system curr_items total_items bytes curr_connections
total_connections connection_structures cmd_get cmd_set get_hits get_misses evictions bytes_read bytes_written
limit_maxbytes threads""".split()


def check(what, actual, expected):
    if actual != expected:
        sys.exit("%s: expected %r, not %r" % (what, expected, actual))
    print(what)


def main(server):
    mc = memcache.Client([server], cache_cas=True, socket_timeout=10)

    check("set", mc.set("k", "value"), True)
    check("get", mc.get("k"), "value")
    check("get of a missing key", mc.get("missing"), None)
    for value in (42, True, b"\x00\xff\r\n", "\u00e4", ["a", 1], "x" * 100000):
        check("set of a %s" % type(value).__name__, mc.set("k", value), True)
        check("get of a %s" % type(value).__name__, mc.get("k"), value)

    check("set_multi", mc.set_multi({"a": "1", "b": "2"}, key_prefix="p_"), [])
    check("get_multi", mc.get_multi(["a", "b", "c"], key_prefix="p_"), {"a": "1", "b": "2"})
    check("get_multi without prefix", mc.get_multi(["p_a", "p_b"]), {"p_a": "1", "p_b": "2"})
    check("delete_multi", mc.delete_multi(["a", "b"], key_prefix="p_"), 1)
    check("after delete_multi", mc.get_multi(["p_a", "p_b"]), {})

    check("add", mc.add("added", "1"), True)
    check("add again", mc.add("added", "2"), 0)
    check("replace", mc.replace("added", "3"), True)
    check("replace of a missing key", mc.replace("missing", "3"), 0)
    check("after add and replace", mc.get("added"), "3")

    check("append of a missing key", mc.append("missing", "x"), 0)
    mc.set("k", "b")
    check("append", mc.append("k", "c"), True)
    check("prepend", mc.prepend("k", "a"), True)
    check("after append and prepend", mc.get("k"), "abc")

    check("gets", mc.gets("k"), "abc")
    check("cas", mc.cas("k", "new"), True)
    check("cas of what has changed", mc.cas("k", "newer"), 0)
    check("after cas", mc.get("k"), "new")

    check("incr of a missing key", mc.incr("n"), None)
    mc.set("n", "10")
    check("incr", mc.incr("n"), 11)
    check("incr by 9", mc.incr("n", 9), 20)
    check("decr", mc.decr("n"), 19)
    check("decr stops at 0", mc.decr("n", 100), 0)

    check("touch", mc.touch("n", 1000), 1)
    check("touch of a missing key", mc.touch("missing", 1000), 0)
    check("delete", mc.delete("n"), 1)
    check("after delete", mc.get("n"), None)

    mc.reset_cas()
    check("set, noreply", mc.set("q", "1", noreply=True), True)
    check("add, noreply", mc.add("q", "no", noreply=True), True)
    check("get after them", mc.get("q"), "1")
    check("replace, noreply", mc.replace("q", "5", noreply=True), True)
    check("append, noreply", mc.append("q", "0", noreply=True), True)
    check("prepend, noreply", mc.prepend("q", "1", noreply=True), True)
    check("get after them", mc.get("q"), "150")
    mc.incr("q", 5, noreply=True)
    mc.decr("q", 1, noreply=True)
    check("incr and decr, noreply", mc.get("q"), "154")
    mc.gets("q")
    check("cas, noreply", mc.cas("q", "155", noreply=True), True)
    check("get after it", mc.get("q"), "155")
    mc.touch("q", 1000, noreply=True)
    mc.delete("q", noreply=True)
    check("touch and delete, noreply", mc.get("q"), None)
    check("set_multi, noreply", mc.set_multi({"a": "1"}, key_prefix="p_", noreply=True), [])
    check("get after it", mc.get("p_a"), "1")
    mc.delete_multi(["a"], key_prefix="p_", noreply=True)
    check("delete_multi, noreply", mc.get("p_a"), None)

    (name, stats), = mc.get_stats()
    check("get_stats", [stat for stat in STATS if stat not in stats], [])
    (name, settings), = mc.get_stats("settings")
    check("get_stats settings", settings["item_size_max"], "1048576")

    mc.flush_all()
    check("flush_all", mc.get("k"), None)
    mc.disconnect_all()
    print("all done")


main(sys.argv[1])

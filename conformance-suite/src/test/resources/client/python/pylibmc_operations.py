"""Every operation of pylibmc against the server named by the first argument, by text or binary as the second says; exits
with 1 at the first surprise."""
import sys

import pylibmc

import server_clock


def check(what, actual, expected):
    if actual != expected:
        sys.exit("%s: expected %r, not %r" % (what, expected, actual))
    print(what)


def check_raises(what, exception, operation):
    try:
        actual = operation()
    except exception as e:
        print(what, type(e).__name__)
    else:
        sys.exit("%s: expected %s, not %r" % (what, exception, actual))


def false_if_not_found(operation):
    """Misses of these operations are exceptions by the binary protocol, where the server tells them from other refusals."""
    try:
        return operation()
    except pylibmc.NotFound:
        return False


def main(server, protocol):
    mc = pylibmc.Client([server], binary=protocol == "binary", behaviors={"cas": True, "tcp_nodelay": True})

    check("set", mc.set("k", "value"), True)
    check("get", mc.get("k"), "value")
    check("get of a missing key", mc.get("missing"), None)
    check("get of a missing key with a default", mc.get("missing", 7), 7)
    for value in (42, True, b"\x00\xff\r\n", "\u00e4", ["a", 1], "x" * 100000):
        check("set of a %s" % type(value).__name__, mc.set("k", value), True)
        check("get of a %s" % type(value).__name__, mc.get("k"), value)
    check("set, compressed", mc.set("k", b"x" * 3000000, min_compress_len=1000), True)
    check("get, compressed", mc.get("k"), b"x" * 3000000)
    check_raises("set of a value that is too large", pylibmc.Error, lambda: mc.set("k", b"x" * 3000000))
    check("get after it", mc.get("k"), None)

    check("set_multi", mc.set_multi({"a": "1", "b": "2"}, key_prefix="p_"), [])
    check("get_multi", mc.get_multi(["a", "b", "c"], key_prefix="p_"), {"a": "1", "b": "2"})
    check("get_multi without prefix", mc.get_multi(["p_a", "p_b"]), {"p_a": "1", "p_b": "2"})
    check("delete_multi", mc.delete_multi(["a", "b"], key_prefix="p_"), True)
    check("after delete_multi", mc.get_multi(["p_a", "p_b"]), {})
    check("delete_multi of missing keys", mc.delete_multi(["a", "b"], key_prefix="p_"), False)
    check("add_multi", mc.add_multi({"p_a": 1, "p_b": 2}), [])
    check("incr_multi", mc.incr_multi(["a", "b"], key_prefix="p_", delta=5), None)
    check("get_multi of numbers", mc.get_multi(["p_a", "p_b"]), {"p_a": 6, "p_b": 7})
    many = {"k%d" % i: i for i in range(500)}
    check("set_multi of many", mc.set_multi(many), [])
    check("get_multi of many", mc.get_multi(list(many)), many)

    check("add", mc.add("added", "1"), True)
    check("add again", mc.add("added", "2"), False)
    check("replace", mc.replace("added", "3"), True)
    check("replace of a missing key", false_if_not_found(lambda: mc.replace("missing", "3")), False)
    check("after add and replace", mc.get("added"), "3")

    check("append of a missing key", mc.append("missing", "x"), False)
    check("prepend to a missing key", mc.prepend("missing", "x"), False)
    mc.set("k", "b")
    check("append", mc.append("k", "c"), True)
    check("prepend", mc.prepend("k", "a"), True)
    check("after append and prepend", mc.get("k"), "abc")

    check("gets of a missing key", mc.gets("missing"), (None, None))
    value, cas = mc.gets("k")
    check("gets", value, "abc")
    check("cas", mc.cas("k", "new", cas), True)
    check("cas of what has changed", mc.cas("k", "newer", cas), False)
    check_raises("cas of a missing key", pylibmc.NotFound, lambda: mc.cas("missing", "newer", cas))
    check("after cas", mc.get("k"), "new")

    check_raises("incr of a missing key", pylibmc.NotFound, lambda: mc.incr("n"))
    mc.set("n", 10)
    check("incr", mc.incr("n"), 11)
    check("incr by 9", mc.incr("n", 9), 20)
    check("decr", mc.decr("n"), 19)
    check("decr by 2", mc.decr("n", 2), 17)
    check("decr stops at 0", mc.decr("n", 100), 0)
    check_raises("incr of what is no number", pylibmc.Error, lambda: mc.incr("k"))

    check("delete", mc.delete("n"), True)
    check("delete of a missing key", mc.delete("n"), False)
    check("after delete", mc.get("n"), None)

    mc.set("expiring", "1", time=1)
    mc.set("kept", "1", time=1)
    check("touch", mc.touch("kept", 1000), True)
    check("touch of a missing key", mc.touch("missing", 1000), False)
    server_clock.advance(server, 1)
    check("an expired item", mc.get("expiring"), None)
    check("an item that was touched", mc.get("kept"), "1")

    # libmemcached knows 22 statistics by their names and drops all others.
    (_, stats), = mc.get_stats()
    check("get_stats", int(stats["curr_items"]) > 500, True)
    check("get_stats of the version", stats["version"].startswith(b"1."), True)

    other = mc.clone()
    check("get by a clone", other.get("kept"), "1")
    check("flush_all", mc.flush_all(), True)
    check("after flush_all", mc.get("kept"), None)
    mc.disconnect_all()
    check("get after disconnect_all", mc.get("kept"), None)
    print("all done")


main(sys.argv[1], sys.argv[2])

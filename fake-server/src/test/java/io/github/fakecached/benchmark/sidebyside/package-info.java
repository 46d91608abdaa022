/** Compares the fake with real memcached and with a bare Netty server: same load, same cores, same run. */
@NullMarked
package io.github.fakecached.benchmark.sidebyside;

import org.jspecify.annotations.NullMarked;

/**
 * Start a fake memcached, steer it, and look into it. {@link io.github.fakecached.FakeMemcached} is where to begin, and
 * {@link io.github.fakecached.FakeCluster} for several nodes.
 *
 * <pre>
 *        cli                      the command line of the standalone jar
 *         ↓
 *   this package                  what tests call; each call that needs the server hops onto its thread
 *         ↓
 *    internal.net                 sockets and event loops; takes a request through what is below
 *     ↓   ↓   ↓
 *     ↓   ↓  internal.exchange, internal.fault     notes the request in the journal, picks its fault
 *     ↓   ↓           ↓
 *     ↓   ↓        journal, fault, protocol        what tests look at, and what they ask for
 *     ↓   ↓
 *     ↓  internal.engine → internal.store          one engine for all protocols, and the items
 *     ↓       ↓
 *    internal.wire, internal.command, internal.reply    bytes → frame → command, and reply → bytes
 * </pre>
 *
 * {@link io.github.fakecached.clock} stands beside all of it, and knows of nothing. Arrows go one way only: tests of the build
 * keep it so. What is in packages named {@code internal} can change in any release.
 */
@NullMarked
package io.github.fakecached;

import org.jspecify.annotations.NullMarked;

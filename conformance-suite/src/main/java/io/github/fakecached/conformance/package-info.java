/**
 * The rules of memcached, and what it takes to hold any server or client to them.
 *
 * <pre>
 *   cli → report          a command that judges servers, and its pages
 *    ↓
 *   property  lockstep    the rules as properties; random commands to two servers at once
 *    ↓    ↓      ↓
 *    ↓  history  ↓        what several connections said at the same time
 *    ↓    ↓      ↓
 *   model, wording        what memcached means, without bytes
 *    ↓    ↓      ↓
 *     target → wire       the servers, and sockets that interpret nothing
 *
 *   client                the kit that judges a client: uses the fake, rule and wire, and is what other projects extend
 * </pre>
 *
 * Of the fake nothing is used but what is public: a rule that holds for it holds for what users have.
 */
@NullMarked
package io.github.fakecached.conformance;

import org.jspecify.annotations.NullMarked;

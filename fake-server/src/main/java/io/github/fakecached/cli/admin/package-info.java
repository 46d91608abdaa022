/**
 * The door through which programs and people that are not Java do to the standalone fake what a test does: over HTTP, and by lines
 * of the text protocol. Uses what the fake offers to tests and nothing else, so that it can do nothing that a test cannot.
 *
 * <pre>
 * AdminServer (HTTP) ─┐
 *                     ├→ Operations: one row each → ClockOperations, FaultOperations, ... → FakeCluster
 * TextCommands (wire) ┘
 * </pre>
 */
@NullMarked
package io.github.fakecached.cli.admin;

import org.jspecify.annotations.NullMarked;

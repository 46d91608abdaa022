package io.github.fakecached.benchmark.sidebyside;

import java.nio.ByteBuffer;

/**
 * Requests that are sent together.
 *
 * @param requests what is sent
 * @param replyLength how many bytes come back
 * @param count how many requests these are
 */
record Batch(ByteBuffer requests, long replyLength, int count) {}

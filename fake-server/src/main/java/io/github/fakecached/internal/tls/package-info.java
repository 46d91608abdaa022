/** Certificates, keys and the handler that encrypts a connection. Loaded only by a fake that serves TLS. */
@NullMarked
package io.github.fakecached.internal.tls;

import org.jspecify.annotations.NullMarked;

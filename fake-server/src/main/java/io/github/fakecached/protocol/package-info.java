/** Words of memcached's protocols that the journal, faults and their users share. Knows nothing of servers. */
@NullMarked
package io.github.fakecached.protocol;

import org.jspecify.annotations.NullMarked;

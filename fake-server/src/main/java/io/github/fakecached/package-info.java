/** Start a fake memcached, steer it, and look into it. */
@NullMarked
package io.github.fakecached;

import org.jspecify.annotations.NullMarked;

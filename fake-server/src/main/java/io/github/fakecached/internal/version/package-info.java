/** What differs between the versions of memcached that a fake can speak: named here, and asked for everywhere else. */
@NullMarked
package io.github.fakecached.internal.version;

import org.jspecify.annotations.NullMarked;

/** A shop that goes on while memcached does not, and tests that show it does. Not part of the library. */
@NullMarked
package io.github.fakecached.example.shop;

import org.jspecify.annotations.NullMarked;

/** What came of judging servers, or clients, by rules: a matrix, and the pages that show it. */
@NullMarked
package io.github.fakecached.conformance.report;

import org.jspecify.annotations.NullMarked;

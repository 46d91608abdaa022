/** What the pages in docs/recipes show: each page includes a part of a class here, so that the build runs what readers copy. */
package io.github.fakecached.example.recipe;

package io.github.fakecached.junit;

import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** Something in Jupiter's store that Jupiter closes, whichever its version: it asks for the one interface or the other. */
@SuppressWarnings("deprecation") // CloseableResource: old versions of Jupiter know no other
abstract class StoredResource implements Store.CloseableResource, AutoCloseable {

    @Override
    public abstract void close();
}

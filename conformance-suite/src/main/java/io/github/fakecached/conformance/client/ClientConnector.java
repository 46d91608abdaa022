package io.github.fakecached.conformance.client;

/**
 * Connects the client under test. Each rule does so anew.
 *
 * <pre>{@code
 * ClientRun run = new ClientRun("my client", endpoint -> new MyClientUnderTest(endpoint), ClientCapabilities.text());
 * }</pre>
 */
@FunctionalInterface
public interface ClientConnector {

    /**
     * Connects a client.
     *
     * @param endpoint where to, and how
     * @return a client of its own for each call
     * @throws Exception if it cannot be connected; a client that connects when it is first used need not throw
     */
    ClientUnderTest connect(Endpoint endpoint) throws Exception;
}

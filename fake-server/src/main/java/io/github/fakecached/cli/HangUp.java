package io.github.fakecached.cli;

import java.lang.reflect.Proxy;

/**
 * SIGHUP, which memcached takes for the order to read its file of users again, and a JVM for the order to end. Java has no
 * supported way to handle a signal, only one that all JVMs share: sun.misc.Signal of the module jdk.unsupported.
 */
final class HangUp {

    private static final System.Logger LOGGER = System.getLogger(HangUp.class.getName());

    private HangUp() {}

    /** Has this done at each SIGHUP from now on. Where a JVM, or a system, has no such signal, nothing is changed. */
    static void handleBy(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object onHangUp = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), onHangUp);
        } catch (ReflectiveOperationException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "SIGHUP is not handled", e);
        }
    }
}

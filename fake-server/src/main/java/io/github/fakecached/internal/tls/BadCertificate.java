package io.github.fakecached.internal.tls;

/** Certificates or a key that cannot be used: the message is memcached's line about it. */
public final class BadCertificate extends Exception {

    private static final String NO_SUCH_FILE = "error:80000002:system library::No such file or directory";

    BadCertificate(String message) {
        super(message);
    }

    static BadCertificate notFound(String action, String location) {
        return new BadCertificate(action + ": " + location + " : " + NO_SUCH_FILE);
    }
}

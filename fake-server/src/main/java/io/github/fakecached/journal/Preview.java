package io.github.fakecached.journal;

import java.util.Objects;

/**
 * The beginning of a request or reply, in a form to be read: bytes that do not print are escaped as in Java ({@code \r\n},
 * {@code \x00}), passwords are left out. Immutable.
 *
 * <pre>{@code
 * client.get("product:7");
 *
 * Preview reply = memcached.journal().exchanges(exchange -> exchange.hasKey("product:7")).get(0).reply();
 * assertThat(reply.text()).isEqualTo("END");
 * assertThat(reply.length()).isEqualTo("END\r\n".length());
 * }</pre>
 *
 * @param text the first bytes as text, or what they mean for the binary protocol; ends with {@code …} if there is more
 * @param length how many bytes there were on the wire
 */
public record Preview(String text, long length) {

    /**
     * Checks that there is a text.
     *
     * @param text the first bytes as text, or what they mean for the binary protocol
     * @param length how many bytes there were on the wire
     */
    public Preview {
        Objects.requireNonNull(text, "text");
    }

    /**
     * The text.
     *
     * @return what {@link #text()} gives
     */
    @Override
    public String toString() {
        return text;
    }
}

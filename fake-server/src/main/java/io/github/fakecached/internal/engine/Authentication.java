package io.github.fakecached.internal.engine;

import io.github.fakecached.internal.auth.CredentialSource;
import org.jspecify.annotations.Nullable;

/**
 * Who has to sign in before a server obeys.
 *
 * @param sasl the users of the binary protocol; null if nobody has to
 * @param text the users of the text protocol; null if nobody has to
 */
public record Authentication(
        @Nullable CredentialSource sasl, @Nullable CredentialSource text) {

    /** Nobody has to sign in. */
    public static final Authentication OFF = new Authentication(null, null);

    /** Looks again where the users of the text protocol come from. */
    public void reload() {
        if (text != null) {
            text.reload();
        }
    }

    /** What stats settings shows of one of the two. */
    static String settingName(@Nullable CredentialSource users) {
        return users == null ? "no" : users.settingName();
    }
}

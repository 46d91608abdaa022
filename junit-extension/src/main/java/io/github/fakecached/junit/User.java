package io.github.fakecached.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A user who may sign in to the fake, for {@link MemcachedTest#saslUsers()} and {@link MemcachedTest#textUsers()}.
 *
 * <pre>{@code
 * @MemcachedTest(saslUsers = @User(name = "shop", password = "secret"))
 * class SignInTest {
 *     @Test
 *     void theClientIsSignedIn(MemcachedClient client) { ... }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface User {

    /**
     * Who it is.
     *
     * @return the name; that of a text user has no space
     */
    String name();

    /**
     * The password.
     *
     * @return the password, which nobody has to keep secret: it is for tests
     */
    String password();
}

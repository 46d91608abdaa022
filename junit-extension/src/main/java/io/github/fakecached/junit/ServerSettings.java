package io.github.fakecached.junit;

import io.github.fakecached.BindingProtocol;
import io.github.fakecached.FakeMemcachedBuilder;
import io.github.fakecached.MemcachedVersion;
import io.github.fakecached.Tls;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The settings of a fake that an annotation can express; equal ones let test classes share a fake. */
record ServerSettings(
        MemcachedVersion version,
        BindingProtocol bindingProtocol,
        int maxItemSize,
        long memoryLimit,
        boolean evictions,
        List<User> saslUsers,
        List<User> textUsers,
        boolean tls)
        implements Consumer<FakeMemcachedBuilder> {

    static ServerSettings of(MemcachedTest annotation) {
        return new ServerSettings(
                annotation.version(),
                annotation.bindingProtocol(),
                annotation.maxItemSize(),
                annotation.memoryLimit(),
                annotation.evictions(),
                List.of(annotation.saslUsers()),
                List.of(annotation.textUsers()),
                annotation.tls());
    }

    @Override
    public void accept(FakeMemcachedBuilder builder) {
        builder.version(version).evictions(evictions);
        if (bindingProtocol != BindingProtocol.AUTO) {
            builder.bindingProtocol(bindingProtocol);
        }
        if (maxItemSize != 0) {
            set("maxItemSize", () -> builder.maxItemSize(maxItemSize));
        }
        if (memoryLimit != 0) {
            set("memoryLimit", () -> builder.memoryLimit(memoryLimit));
        }
        for (User user : saslUsers) {
            set("saslUsers", () -> builder.saslUser(user.name(), user.password()));
        }
        for (User user : textUsers) {
            set("textUsers", () -> builder.textUser(user.name(), user.password()));
        }
        if (tls) {
            builder.tls(Tls.withTestCertificates());
        }
    }

    private static void set(String member, Runnable setting) {
        try {
            setting.run();
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@MemcachedTest(" + member + "): " + e.getMessage(), e);
        }
    }
}

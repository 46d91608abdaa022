package io.github.fakecached.junit;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What {@link Published} says, or the builder of the extension in its place. */
record PublishedProperty(String name, AddressForm form) {

    PublishedProperty {
        if (name.isEmpty()) {
            throw new ExtensionConfigurationException("publish: a system property needs a name");
        }
    }

    static List<PublishedProperty> of(Published[] annotations) {
        return List.of(annotations).stream()
                .map(one -> new PublishedProperty(one.value(), one.form()))
                .toList();
    }

    String value(List<InetSocketAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new ExtensionConfigurationException(
                    "publish: " + name + " would have nothing to tell, since the fake listens on a Unix domain socket");
        }
        return form.of(addresses);
    }
}

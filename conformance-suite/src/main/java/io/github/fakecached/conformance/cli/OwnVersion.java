package io.github.fakecached.conformance.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: the version of the jar. */
final class OwnVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var own = OwnVersion.class.getPackage().getImplementationVersion();
        return new String[] {"Fakecached conformance suite " + Objects.requireNonNullElse(own, "(not packaged)")};
    }
}

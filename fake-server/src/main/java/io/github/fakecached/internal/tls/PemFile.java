package io.github.fakecached.internal.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.fakecached.internal.engine.TlsSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file, or a resource of this library, with certificates or a key in PEM; text around them does not matter. */
public final class PemFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s+([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    private final byte[] bytes;

    private PemFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One of the resources of this library. */
    public static PemFile resource(String name) {
        try (InputStream in = PemFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + name);
            }
            return new PemFile(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }

    /**
     * A file.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static PemFile file(Path path) {
        try {
            return new PemFile(Files.readAllBytes(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the certificates in " + path, e);
        }
    }

    /** The file at a location; {@code action} begins the message if it cannot be read. */
    static PemFile read(String location, String action) throws BadCertificate {
        if (location.startsWith(TlsSettings.RESOURCE)) {
            return resource(location.substring(TlsSettings.RESOURCE.length()));
        }
        try {
            return file(Path.of(location));
        } catch (UncheckedIOException e) {
            throw BadCertificate.notFound(action, location);
        }
    }

    /** The whole text. */
    public String text() {
        return new String(bytes, ISO_8859_1);
    }

    byte[] bytes() {
        return bytes;
    }

    /** The certificates in the file, in order; none if it has no good ones. */
    public List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            Matcher block = BLOCK.matcher(text());
            while (block.find()) {
                if (block.group(1).endsWith("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(decoded(block))));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            return List.of();
        }
        return certificates;
    }

    /** The bytes of the first block whose name is this. */
    Optional<byte[]> block(String name) {
        return BLOCK.matcher(text())
                .results()
                .filter(block -> block.group(1).equals(name))
                .map(block -> Base64.getMimeDecoder().decode(block.group(2)))
                .findFirst();
    }

    private static byte[] decoded(Matcher block) {
        return Base64.getMimeDecoder().decode(block.group(2));
    }
}

package io.github.fakecached.conformance.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for this machine, made anew by the JDK's keytool and signed by itself, as servers and clients want it.
 *
 * @param chain the certificate in PEM
 * @param key its private key in PEM
 * @param trusting for clients that trust this certificate alone
 */
public record ServerCertificate(Path chain, Path key, SSLContext trusting) {

    private static final String NAME = "server";
    private static final String PASSWORD = "changeit";
    private static final long LIMIT_SECONDS = 60;

    /** Made when it is asked for first: it takes a second. */
    private static final class Shared {
        private static final ServerCertificate INSTANCE = make();
    }

    /** The one that all servers have that are started here. */
    public static ServerCertificate shared() {
        return Shared.INSTANCE;
    }

    /** Makes one, in files that are deleted when the JVM ends. */
    private static ServerCertificate make() {
        try {
            var folder = Files.createTempDirectory("certificate");
            // The last one named is deleted first.
            folder.toFile().deleteOnExit();
            var store = generated(folder.resolve("store"));
            return new ServerCertificate(
                    pem(
                            folder.resolve("chain.pem"),
                            "CERTIFICATE",
                            store.getCertificate(NAME).getEncoded()),
                    pem(
                            folder.resolve("key.pem"),
                            "PRIVATE KEY",
                            store.getKey(NAME, PASSWORD.toCharArray()).getEncoded()),
                    trusting(store.getCertificate(NAME)));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }

    private static KeyStore generated(Path file) throws IOException, GeneralSecurityException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options =
                "-genkeypair -alias " + NAME + " -keyalg RSA -dname CN=localhost -ext san=ip:127.0.0.1,dns:localhost"
                        + " -storetype PKCS12 -storepass " + PASSWORD + " -keystore";
        var command = new ArrayList<>(List.of(keytool));
        command.addAll(List.of(options.split(" ")));
        command.add(file.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("keytool failed");
        }
        file.toFile().deleteOnExit();
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private static Path pem(Path file, String type, byte[] content) throws IOException {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + type + "-----\n" + lines + "\n-----END " + type + "-----\n");
        file.toFile().deleteOnExit();
        return file;
    }

    private static SSLContext trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, certificate);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}

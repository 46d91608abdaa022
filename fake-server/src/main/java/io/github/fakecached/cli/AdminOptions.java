package io.github.fakecached.cli;

import io.github.fakecached.Administration;
import io.github.fakecached.cli.admin.AdminServer;
import io.github.fakecached.cli.admin.Operations;
import io.github.fakecached.cli.admin.TextCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Which doors the options {@code --admin-...} open to the fakes, besides memcached's own. */
final class AdminOptions {

    private final Optional<InetSocketAddress> address;
    private final Optional<String> token;
    private final boolean commands;
    private final CompletableFuture<TextCommands> textCommands = new CompletableFuture<>();

    private AdminOptions(Optional<InetSocketAddress> address, Optional<String> token, boolean commands) {
        this.address = address;
        this.token = token;
        this.commands = commands;
    }

    /** Reads and checks them. */
    static AdminOptions read(GivenOptions given) {
        Optional<String> token = token(given);
        Optional<InetSocketAddress> address = given.has(MemcachedOption.ADMIN_PORT)
                ? Optional.of(new InetSocketAddress(host(given), port(given)))
                : Optional.empty();
        if (address.isEmpty()) {
            for (MemcachedOption option : List.of(
                    MemcachedOption.ADMIN_ADDRESS, MemcachedOption.ADMIN_TOKEN, MemcachedOption.ADMIN_TOKEN_FILE)) {
                if (given.has(option)) {
                    throw Refusal.ofUse(option + " is for --admin-port, which is missing");
                }
            }
        } else if (!address.get().getAddress().isLoopbackAddress() && token.isEmpty()) {
            throw Refusal.ofUse("--admin-address " + address.get().getHostString()
                    + ": whoever can reach it could do everything: give --admin-token-file too");
        }
        boolean commands = given.has(MemcachedOption.ADMIN_COMMANDS);
        boolean binary = given.last(MemcachedOption.PROTOCOL).orElse("").equals("binary");
        if (commands && (binary || given.has(MemcachedOption.ENABLE_SASL))) {
            throw Refusal.ofUse(
                    "--admin-commands: they are text, and -B binary and -S serve no text: use --admin-port");
        }
        return new AdminOptions(address, token, commands);
    }

    private static InetAddress host(GivenOptions given) {
        String name = given.last(MemcachedOption.ADMIN_ADDRESS).orElse("");
        try {
            return name.isEmpty() ? InetAddress.getLoopbackAddress() : InetAddress.getByName(name);
        } catch (UnknownHostException e) {
            throw Refusal.ofSystem("--admin-address " + name + ": no such host");
        }
    }

    private static int port(GivenOptions given) {
        int port = given.number(MemcachedOption.ADMIN_PORT, 0);
        if (port < 0 || port > 65535) {
            throw Refusal.ofUse("--admin-port " + port + ": a port is 0 (any free one) to 65535");
        }
        return port;
    }

    private static Optional<String> token(GivenOptions given) {
        Optional<String> token = given.last(MemcachedOption.ADMIN_TOKEN);
        Optional<Path> file = given.last(MemcachedOption.ADMIN_TOKEN_FILE).map(Path::of);
        if (token.isPresent() && file.isPresent()) {
            throw Refusal.ofUse("--admin-token goes not with --admin-token-file: give one of them");
        }
        Optional<String> found = token.or(() -> file.map(AdminOptions::read)).map(String::strip);
        if (found.isPresent() && found.get().isEmpty()) {
            throw Refusal.ofUse("--admin-token, --admin-token-file: the token is empty");
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Refusal.ofFailure("--admin-token-file " + file + ": cannot be read (" + e + ")");
        }
    }

    /** Whether any door is open, through which nodes that are stopped can be started again. */
    boolean areAny() {
        return commands || address.isPresent();
    }

    /** What text clients may do besides. */
    Administration allow(Administration administration) {
        return commands
                ? administration.customCommand(
                        TextCommands.WORD, words -> textCommands.thenCompose(door -> door.answer(words)))
                : administration;
    }

    /** Opens the doors; gives that over HTTP, if it is to be. */
    Optional<AdminServer> open(Operations operations) {
        if (commands) {
            textCommands.complete(new TextCommands(operations));
        }
        return address.map(where -> {
            try {
                return AdminServer.start(where, token, operations);
            } catch (IOException e) {
                throw Refusal.ofSystem("--admin-port: cannot listen on "
                        + where.getAddress().getHostAddress() + ":" + where.getPort() + " (" + e.getMessage() + ")");
            }
        });
    }
}

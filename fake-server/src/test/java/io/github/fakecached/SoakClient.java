package io.github.fakecached;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A client without manners: sends requests of every dialect, whole and broken, cut anywhere, reads slowly or not at all, and goes
 * without a word. What it is answered is of no interest here.
 */
final class SoakClient {

    private static final int PATIENCE_MILLIS = 50;
    private static final int REQUESTS_MAX = 200;
    private static final int VALUE_MAX = 3_000;

    private final InetSocketAddress address;
    private final Random random;
    private final AtomicLong requests;
    private final AtomicLong connections;

    SoakClient(InetSocketAddress address, long seed, AtomicLong requests, AtomicLong connections) {
        this.address = address;
        this.random = new Random(seed);
        this.requests = requests;
        this.connections = connections;
    }

    /** One connection after the other. */
    void run(BooleanSupplier goesOn) {
        while (goesOn.getAsBoolean()) {
            try (Socket socket = new Socket()) {
                socket.connect(address, 1_000);
                socket.setSoTimeout(PATIENCE_MILLIS);
                connections.incrementAndGet();
                talk(socket, goesOn);
                leave(socket);
            } catch (IOException refusedOrCutOff) {
                Thread.yield();
            }
        }
    }

    private void talk(Socket socket, BooleanSupplier goesOn) throws IOException {
        boolean binary = random.nextInt(3) == 0;
        boolean reads = random.nextInt(4) > 0;
        int batches = 1 + random.nextInt(10);
        for (int i = 0; i < batches && goesOn.getAsBoolean(); i++) {
            byte[] batch = batch(binary);
            for (int at = 0; at < batch.length; ) {
                int piece = random.nextBoolean() ? batch.length - at : 1 + random.nextInt(batch.length - at);
                socket.getOutputStream().write(batch, at, piece);
                at += piece;
            }
            if (reads) {
                socket.getInputStream().read(new byte[1 + random.nextInt(20_000)]);
            }
        }
    }

    private void leave(Socket socket) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> {
                socket.shutdownOutput();
                socket.getInputStream().readNBytes(100_000);
            }
            case 1 -> socket.setSoLinger(true, 0); // a reset
            case 2 -> socket.getOutputStream().write("set k 0 0 1000\r\nhalf".getBytes(ISO_8859_1));
            default -> {}
        }
    }

    private byte[] batch(boolean binary) {
        ByteArrayOutputStream batch = new ByteArrayOutputStream();
        int count = 1 + random.nextInt(random.nextInt(20) == 0 ? REQUESTS_MAX : 10);
        for (int i = 0; i < count; i++) {
            byte[] request = binary ? binaryRequest() : textRequest().getBytes(ISO_8859_1);
            if (random.nextInt(50) == 0) {
                request[random.nextInt(request.length)] ^= (byte) (1 << random.nextInt(8));
            }
            batch.writeBytes(request);
        }
        requests.addAndGet(count);
        return batch.toByteArray();
    }

    private String textRequest() {
        String key = "k" + random.nextInt(1_000);
        String value = "v".repeat(random.nextInt(10) == 0 ? random.nextInt(VALUE_MAX) : random.nextInt(100));
        String data = value.length() + "\r\n" + value + "\r\n";
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> "get " + key + " " + key + "x\r\n";
            case 4, 5, 6 -> "set " + key + " 7 " + random.nextInt(100) + " " + data;
            case 7 -> "add " + key + " 0 0 " + data;
            case 8 -> "append " + key + " 0 0 " + data;
            case 9 -> "cas " + key + " 0 0 " + value.length() + " 5 noreply\r\n" + value + "\r\n";
            case 10 -> "incr n" + random.nextInt(10) + " 5\r\n";
            case 11 -> "delete " + key + " noreply\r\n";
            case 12 -> "gat 100 " + key + "\r\n";
            case 13 -> "mg " + key + " v t c k q\r\nmn\r\n";
            case 14 -> "ms " + key + " " + value.length() + " T30 c q\r\n" + value + "\r\n";
            case 15 -> "ma n" + random.nextInt(10) + " N0 J1 v\r\n";
            case 16 -> "md " + key + " I T10\r\n";
            case 17 -> "stats items\r\n";
            case 18 -> "set " + key + " 0 0 99999999\r\n";
            default -> "touch " + key + " 50\r\n";
        };
    }

    private byte[] binaryRequest() {
        byte[] key = ("k" + random.nextInt(1_000)).getBytes(ISO_8859_1);
        byte[] value = new byte[random.nextInt(200)];
        Arrays.fill(value, (byte) 'b');
        byte[] none = {};
        return switch (random.nextInt(8)) {
            case 0, 1 -> BinaryConversation.request(0x01, new byte[8], key, value);
            case 2 -> BinaryConversation.request(0x11, new byte[8], key, value);
            case 3 -> BinaryConversation.request(0x09, none, key, none);
            case 4 -> BinaryConversation.request(0x05, new byte[20], key, none);
            case 5 -> BinaryConversation.request(0x04, none, key, none);
            case 6 -> BinaryConversation.request(0x10, none, none, none);
            default -> BinaryConversation.request(0x00, none, key, none);
        };
    }
}

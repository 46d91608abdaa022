package io.github.fakecached.benchmark.sidebyside;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Netty and a HashMap alone can do: knows get, set and version of the text protocol, as long as nobody errs. Takes a port, and
 * prints it once it listens.
 */
public final class BareServer {

    private BareServer() {}

    public static void main(String[] args) throws InterruptedException {
        if (System.getProperty("io.netty.jfr.enabled") == null) {
            System.setProperty("io.netty.jfr.enabled", "false");
        }
        int port = start(Integer.parseInt(args[0]));
        System.out.println(port);
        Thread.currentThread().join();
    }

    /** Listens at a port, or at any with 0; which it is. */
    public static int start(int port) throws InterruptedException {
        return ((InetSocketAddress)
                        bootstrap().bind("127.0.0.1", port).sync().channel().localAddress())
                .getPort();
    }

    /** What listens and serves, with an event loop of its own. */
    public static ServerBootstrap bootstrap() {
        Map<String, byte[]> values = new HashMap<>();
        return new ServerBootstrap()
                .group(new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory()))
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.config().setTcpNoDelay(true);
                        channel.pipeline().addLast(new Connection(values));
                    }
                });
    }

    /** Serves what has come and sends all replies to it together. */
    private static final class Connection extends ByteToMessageDecoder {

        private static final byte[] STORED = "STORED\r\n".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] END = "END\r\n".getBytes(StandardCharsets.US_ASCII);
        private static final byte[] LINE_END = "\r\n".getBytes(StandardCharsets.US_ASCII);

        private final Map<String, byte[]> values;

        Connection(Map<String, byte[]> values) {
            this.values = values;
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            ByteBuf replies = context.alloc().buffer();
            boolean more = true;
            while (more) {
                more = serveNext(in, replies);
            }
            if (replies.isReadable()) {
                context.writeAndFlush(replies, context.voidPromise());
            } else {
                replies.release();
            }
        }

        private boolean serveNext(ByteBuf in, ByteBuf replies) {
            int end = in.bytesBefore((byte) '\n');
            if (end < 0) {
                return false;
            }
            String line = in.toString(in.readerIndex(), end - 1, StandardCharsets.ISO_8859_1);
            if (line.startsWith("get ")) {
                in.skipBytes(end + 1);
                get(line.substring("get ".length()), replies);
            } else if (line.startsWith("set ")) {
                String[] words = line.split(" ");
                int length = Integer.parseInt(words[4]);
                if (in.readableBytes() < end + 1 + length + 2) {
                    return false;
                }
                byte[] value = new byte[length];
                in.skipBytes(end + 1).readBytes(value).skipBytes(2);
                values.put(words[1], value);
                replies.writeBytes(STORED);
            } else {
                in.skipBytes(end + 1);
                replies.writeBytes("VERSION 0\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            return true;
        }

        private void get(String key, ByteBuf replies) {
            byte[] value = values.get(key);
            if (value != null) {
                replies.writeCharSequence("VALUE " + key + " 0 " + value.length, StandardCharsets.US_ASCII);
                replies.writeBytes(LINE_END).writeBytes(value).writeBytes(LINE_END);
            }
            replies.writeBytes(END);
        }
    }
}

package io.github.fakecached.internal.net;

import io.github.fakecached.internal.engine.Sessions;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import javax.net.ssl.SSLException;

/** Stands behind the handler that encrypts a connection, and counts what comes of its handshakes. */
final class TlsEvents extends ChannelInboundHandlerAdapter {

    private static final String TLS_1_3 = "TLSv1.3";

    private final Sessions sessions;
    private boolean failed;

    TlsEvents(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            if (handshake.isSuccess()) {
                SslHandler ssl = context.pipeline().get(SslHandler.class);
                sessions.tlsEstablished(ssl.engine().getSession().getProtocol().equals(TLS_1_3));
            } else {
                failed = true;
                sessions.tlsFailed(handshake.cause() instanceof NotSslRecordException);
            }
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof DecoderException && cause.getCause() instanceof SSLException) {
            if (!failed) {
                failed = true;
                sessions.tlsFailed(false);
            }
            context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }
}

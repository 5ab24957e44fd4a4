package io.dataflow.testbed.proxy;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Optional;

/// One connection through a proxy: two sockets, and a thread for each direction.
final class ProxiedConnection {
  private static final int BUFFER = 64 * 1024;

  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server;
  private final WireProtocol protocol;

  /// The request whose answer a trap waits for; nothing overtakes it in its connection.
  private volatile Optional<Held> held = Optional.empty();

  private record Held(Trap trap, Frame request) {}

  /// Reads, and forwards or not.
  private interface Pump {
    void run() throws IOException, InterruptedException;
  }

  ProxiedConnection(FaultProxy proxy, Socket client, Socket server, WireProtocol protocol) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
    this.protocol = protocol;
  }

  void start() throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Thread.ofVirtual().name("proxy-requests").start(() -> untilEnd(this::forwardRequests));
    Thread.ofVirtual().name("proxy-answers").start(() -> untilEnd(this::forwardAnswers));
  }

  /// Whatever ends one direction ends the other.
  private void untilEnd(Pump pump) {
    try {
      pump.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException end) {
      return; // In whatever way a connection ends, the other half of it ends, too.
    } finally {
      close();
    }
  }

  private void forwardRequests() throws IOException, InterruptedException {
    var in = new DataInputStream(new BufferedInputStream(client.getInputStream(), BUFFER));
    while (true) {
      var request = protocol.request(in);
      proxy.awaitResumed();
      var before = proxy.trapFor(request, Moment.Side.BEFORE);
      if (before.isPresent()) {
        before.get().spring();
        return;
      }
      proxy
          .trapFor(request, Moment.Side.AFTER)
          .ifPresent(trap -> held = Optional.of(new Held(trap, request)));
      server.getOutputStream().write(request.bytes());
    }
  }

  private void forwardAnswers() throws IOException, InterruptedException {
    var in = new DataInputStream(new BufferedInputStream(server.getInputStream(), BUFFER));
    while (true) {
      var answer = protocol.answer(in);
      proxy.awaitResumed();
      var after = held;
      if (after.isPresent() && protocol.answers(answer, after.get().request())) {
        after.get().trap().spring();
        return;
      }
      client.getOutputStream().write(answer.bytes());
    }
  }

  /// Ends both halves; from any thread.
  void close() {
    proxy.ended(this);
    for (var socket : new Socket[] {client, server}) {
      try {
        socket.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}

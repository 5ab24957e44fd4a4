package io.dataflow.runtime.contract;

import io.dataflow.testbed.proxy.FaultProxy;
import io.dataflow.testbed.proxy.Moment;
import io.dataflow.testbed.proxy.Trap;
import io.dataflow.testbed.proxy.WireProtocol;
import io.dataflow.testbed.server.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The way to a server that a case can break, while others use the same server undisturbed.
public final class ServerProxy implements AutoCloseable {
  private static final int BACKLOG = 50;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final int port;
  private final int target;
  private final Supplier<WireProtocol> protocol;
  private final AtomicInteger refused = new AtomicInteger();
  private FaultProxy proxy;
  private Optional<ServerSocket> barrier = Optional.empty();

  /// An open one.
  ///
  /// @param port where clients connect; 0 is any
  /// @param target the server's port
  /// @param protocol what is spoken
  public ServerProxy(int port, int target, Supplier<WireProtocol> protocol) {
    this.target = target;
    this.protocol = protocol;
    Await.until("the port " + port, LIMIT, () -> forward(port));
    this.port = proxy.port();
  }

  /// Where clients connect.
  public int port() {
    return port;
  }

  /// Takes the server away: what is connected is cut, and who connects is sent off.
  public void takeDown() {
    proxy.close();
    Await.until("the port " + port, LIMIT, this::bar);
    var door = barrier.orElseThrow();
    Thread.ofVirtual().name("server-proxy-" + port).start(() -> refuse(door));
  }

  /// The port is free as soon as the one who listened there has noticed that it is over.
  private boolean bar() throws IOException {
    barrier = Optional.of(new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress()));
    return true;
  }

  private void refuse(ServerSocket door) {
    while (!door.isClosed()) {
      try (var client = door.accept()) {
        refused.incrementAndGet();
      } catch (IOException end) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(end);
        }
      }
    }
  }

  /// How many have tried to connect while the server was away.
  public int refused() {
    return refused.get();
  }

  /// Brings the server back.
  public void bringUp() {
    closeBarrier();
    Await.until("the port " + port, LIMIT, () -> forward(port));
  }

  private boolean forward(int door) {
    proxy = FaultProxy.start(door, target, protocol);
    return true;
  }

  /// Cuts what is connected, once.
  public void cut() {
    proxy.cut();
  }

  /// Holds the next message of a moment until the trap is cut.
  public Trap trap(Moment moment) {
    return proxy.trap(moment, 0);
  }

  private void closeBarrier() {
    try {
      if (barrier.isPresent()) {
        barrier.get().close();
      }
      barrier = Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closeBarrier();
    proxy.close();
  }
}

package io.dataflow.testbed.proxy;

import io.dataflow.testbed.server.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Forwards connections on the loopback address to a server on another port of it, and breaks them
/// on order: at once, or at a [Moment] in what passes, for example after a commit has reached the
/// server and before its answer has reached the client.
///
/// While the server is down, connections end at once. A Kafka broker tells its clients where it is,
/// and so must tell them the proxy's port: `KafkaServer.startBehindProxy()`.
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 50;

  private final ServerSocket door;
  private final int target;
  private final Supplier<WireProtocol> protocol;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Optional<Trap>> trap = new AtomicReference<>(Optional.empty());
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition resumed = lock.newCondition();
  private boolean paused;

  private FaultProxy(ServerSocket door, int target, Supplier<WireProtocol> protocol) {
    this.door = door;
    this.target = target;
    this.protocol = protocol;
  }

  /// Starts one.
  ///
  /// @param port where it listens; 0 is any
  /// @param target the server's port
  /// @param protocol makes what is known of the protocol, for each connection anew
  public static FaultProxy start(int port, int target, Supplier<WireProtocol> protocol) {
    try {
      var door = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
      var proxy = new FaultProxy(door, target, protocol);
      Thread.ofVirtual().name("proxy-" + door.getLocalPort()).start(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new ServerException("the proxy cannot listen on the port " + port, failure);
    }
  }

  /// The port that clients connect to.
  public int port() {
    return door.getLocalPort();
  }

  /// Waits for a moment, in place of any other that is waited for.
  ///
  /// @param skipped how many that fit go by before
  public Trap trap(Moment moment, int skipped) {
    var set = new Trap(moment, skipped);
    trap.getAndSet(Optional.of(set)).ifPresent(Trap::cut);
    return set;
  }

  /// Waits for no moment any more; what a trap has held is cut.
  public void disarm() {
    trap.getAndSet(Optional.empty()).ifPresent(Trap::cut);
  }

  /// Cuts all connections, as a network does that fails: neither side is told more than that.
  public void cut() {
    connections.forEach(ProxiedConnection::close);
  }

  /// Forwards nothing until [#resume], as a network does that loses every packet.
  public void pause() {
    change(true);
  }

  /// Goes on with everything that has waited.
  public void resume() {
    change(false);
  }

  private void change(boolean pause) {
    lock.lock();
    try {
      paused = pause;
      resumed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Returns when messages may pass.
  void awaitResumed() throws InterruptedException {
    lock.lock();
    try {
      while (paused) {
        resumed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The trap that the message has sprung.
  Optional<Trap> trapFor(Frame frame, Moment.Side side) {
    return frame.acts().isEmpty()
        ? Optional.empty()
        : trap.get().filter(set -> set.takes(frame, side));
  }

  void ended(ProxiedConnection connection) {
    connections.remove(connection);
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException end) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(end);
        }
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try {
      var server = new Socket(InetAddress.getLoopbackAddress(), target);
      var connection = new ProxiedConnection(this, client, server, protocol.get());
      connections.add(connection);
      if (door.isClosed()) {
        // Whoever has closed the proxy meanwhile did not see this one.
        connection.close();
      } else {
        connection.start();
      }
    } catch (IOException down) {
      client.close();
    }
  }

  /// Ends it and all its connections.
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    disarm();
    resume();
    cut();
  }
}

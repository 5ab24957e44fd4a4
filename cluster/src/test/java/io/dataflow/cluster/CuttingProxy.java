package io.dataflow.cluster;

import io.dataflow.testbed.cluster.ControlPlane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// Stands between the operator and the API server, without TLS on the operator's side. It counts
/// the requests that write, and can do something right after the N-th of them has been answered,
/// before the operator hears the answer. From then on nothing gets through until it is armed anew.
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final URI server;
  private final SSLSocketFactory sockets;
  private int writes;
  private int cutAt;
  private Runnable cut = () -> {};
  private boolean isCut;
  private long lastWrite = System.nanoTime();

  CuttingProxy(ControlPlane plane) {
    server = URI.create(plane.url());
    sockets = trusting(plane.caFile());
    try {
      door = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Thread.startVirtualThread(this::accept);
  }

  private static SSLSocketFactory trusting(Path authority) {
    try (var in = Files.newInputStream(authority)) {
      var store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /// Its address, `http://127.0.0.1:<port>`.
  String url() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /// Counts from zero, and does this right after so many writes.
  synchronized void arm(int after, Runnable action) {
    writes = 0;
    cutAt = after;
    cut = action;
    isCut = false;
    lastWrite = System.nanoTime();
  }

  /// Counts from zero, and lets everything through.
  void disarm() {
    arm(Integer.MAX_VALUE, () -> {});
  }

  /// How many writes were answered.
  synchronized int writes() {
    return writes;
  }

  /// Whether the N-th write has come.
  synchronized boolean isCut() {
    return isCut;
  }

  /// Whether nobody has written for so long.
  synchronized boolean isQuietFor(Duration time) {
    return System.nanoTime() - lastWrite > time.toNanos();
  }

  /// Hears that a write was answered; tells whether the operator may hear it too.
  synchronized boolean answered() {
    lastWrite = System.nanoTime();
    if (!isCut && ++writes == cutAt) {
      isCut = true;
      cut.run();
    }
    return !isCut;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        var client = door.accept();
        Thread.startVirtualThread(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try (client;
        var upstream = sockets.createSocket(server.getHost(), server.getPort())) {
      new ProxiedConnection(this, client, upstream).run();
    } catch (IOException gone) {
      return; // One side has hung up; the other is told by the end of its connection.
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

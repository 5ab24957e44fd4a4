package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.Folder;
import io.dataflow.testbed.server.Lifecycle;
import io.dataflow.testbed.server.Ports;
import io.dataflow.testbed.server.ServerProcess;
import java.net.InetSocketAddress;
import java.net.Socket;

/// The store behind the API server, in a process of its own.
final class Etcd implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Folder folder = Folder.temporary("etcd");
  private final int port = Ports.free();
  private final Lifecycle lifecycle;

  Etcd(Binaries binaries) {
    var command =
        binaries.command(
            "etcd",
            "--data-dir=" + folder.file("data"),
            "--listen-client-urls=" + url(),
            "--advertise-client-urls=" + url(),
            "--listen-peer-urls=http://" + HOST + ":0",
            "--unsafe-no-fsync",
            "--log-level=warn");
    lifecycle =
        new Lifecycle(
            folder,
            "TERM",
            () ->
                ServerProcess.start("etcd", command, folder.file("etcd.log"))
                    .ready("listen", this::listens));
    lifecycle.start();
  }

  String url() {
    return "http://" + HOST + ":" + port;
  }

  private boolean listens() throws Exception {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(HOST, port));
      return socket.isConnected();
    }
  }

  @Override
  public void close() {
    lifecycle.kill();
    lifecycle.close();
  }
}

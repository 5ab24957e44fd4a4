package io.dataflow.cluster;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/// One connection of HTTP/1.1 through the proxy: requests are read as such, because the proxy must
/// know those that write; answers are bytes.
final class ProxiedConnection {
  private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
  private static final Pattern UPGRADE = Pattern.compile("(?im)^upgrade:");

  private final CuttingProxy proxy;
  private final Socket client;
  private final Socket server;
  private final AtomicBoolean writing = new AtomicBoolean();

  ProxiedConnection(CuttingProxy proxy, Socket client, Socket server) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
  }

  /// Returns when either side has hung up.
  void run() throws IOException {
    var answers = Thread.startVirtualThread(this::answers);
    try {
      requests();
    } finally {
      hangUp();
      answers.interrupt();
    }
  }

  private void hangUp() throws IOException {
    client.close();
    server.close();
  }

  private void requests() throws IOException {
    var in = new BufferedInputStream(client.getInputStream());
    var out = server.getOutputStream();
    while (!proxy.isCut()) {
      var head = head(in);
      writing.set(WRITES.contains(head.substring(0, head.indexOf(' '))));
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      out.write(in.readNBytes(length(head)));
      out.flush();
      if (UPGRADE.matcher(head).find()) {
        in.transferTo(out);
      }
    }
  }

  private static int length(String head) throws IOException {
    if (head.toLowerCase().contains("transfer-encoding")) {
      throw new IOException("a body of unknown length is not understood here");
    }
    var length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  /// All up to the empty line, and that.
  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int matched = 0;
    while (matched < 4) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      head.write(next);
      boolean expected = next == (matched % 2 == 0 ? '\r' : '\n');
      matched = expected ? matched + 1 : next == '\r' ? 1 : 0;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private void answers() {
    var buffer = new byte[16 * 1024];
    try {
      var in = server.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (writing.getAndSet(false) && !proxy.answered()) {
          break;
        }
        client.getOutputStream().write(buffer, 0, read);
      }
      hangUp();
    } catch (IOException gone) {
      return; // The other direction ends by this too.
    }
  }
}

package io.dataflow.testbed.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Trino's statement protocol, over HTTP/1.1 with one request at a time. A statement that is posted
/// and writes does so some answers later: the one that says how it has ended tells it.
public final class TrinoWire implements WireProtocol {
  private static final Set<Act> WRITES = Set.of(Act.WRITE, Act.COMMIT);

  /// For one connection.
  public TrinoWire() {}

  @Override
  public Frame request(DataInputStream in) throws IOException {
    var bytes = HttpWire.message(in);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    int body = text.indexOf("\r\n\r\n") + 4;
    boolean writes =
        text.startsWith("POST")
            && (text.startsWith("INSERT", body) || text.startsWith("MERGE", body));
    return new Frame(bytes, writes ? WRITES : Set.of(), 0);
  }

  @Override
  public Frame answer(DataInputStream in) throws IOException {
    return Frame.of(HttpWire.message(in));
  }

  @Override
  public boolean answers(Frame answer, Frame request) {
    var text = new String(answer.bytes(), StandardCharsets.ISO_8859_1);
    return text.contains("\"state\":\"FINISHED\"") || text.contains("\"state\":\"FAILED\"");
  }
}

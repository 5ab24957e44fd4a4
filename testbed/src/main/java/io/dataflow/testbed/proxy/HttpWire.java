package io.dataflow.testbed.proxy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// HTTP/1.1 with one request at a time, as ClickHouse speaks it. A request whose address has an
/// `INSERT` writes, and its answer tells that the rows are there.
public final class HttpWire implements WireProtocol {
  private static final Set<Act> WRITES = Set.of(Act.WRITE, Act.COMMIT);

  /// For one connection.
  public HttpWire() {}

  @Override
  public Frame request(DataInputStream in) throws IOException {
    var bytes = message(in);
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var firstLine = text.substring(0, text.indexOf('\r')).toUpperCase(Locale.ROOT);
    return new Frame(bytes, firstLine.contains("INSERT") ? WRITES : Set.of(), 0);
  }

  @Override
  public Frame answer(DataInputStream in) throws IOException {
    return Frame.of(message(in));
  }

  @Override
  public boolean answers(Frame answer, Frame request) {
    return true;
  }

  /// Reads a whole request or answer.
  static byte[] message(DataInputStream in) throws IOException {
    var out = new ByteArrayOutputStream();
    var length = 0;
    boolean chunked = false;
    for (var line = line(in, out); !line.isEmpty(); line = line(in, out)) {
      var header = line.toLowerCase(Locale.ROOT);
      chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    if (chunked) {
      chunks(in, out);
    } else {
      copy(in, out, length);
    }
    return out.toByteArray();
  }

  private static void chunks(DataInputStream in, ByteArrayOutputStream out) throws IOException {
    int size;
    do {
      size = Integer.parseInt(line(in, out).split(";")[0].strip(), 16);
      copy(in, out, size);
      line(in, out);
    } while (size > 0);
  }

  private static void copy(DataInputStream in, ByteArrayOutputStream out, int length)
      throws IOException {
    if (length > MOST) {
      throw new IOException("a body of " + length + " bytes, which this protocol cannot have");
    }
    out.write(in.readNBytes(length));
  }

  /// A line without its end; both are appended.
  private static String line(DataInputStream in, ByteArrayOutputStream out) throws IOException {
    var line = new StringBuilder();
    for (int each = in.read(); each != '\n'; each = in.read()) {
      if (each < 0) {
        throw new EOFException();
      }
      out.write(each);
      if (each != '\r') {
        line.append((char) each);
      }
    }
    out.write('\n');
    return line.toString();
  }
}

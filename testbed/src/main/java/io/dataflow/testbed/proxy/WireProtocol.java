package io.dataflow.testbed.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/// What a [FaultProxy] must know of a protocol, for one connection: where a message ends, what it
/// does, and which answer belongs to it. Requests and answers are read by one thread each.
public sealed interface WireProtocol permits KafkaWire, PostgresqlWire, HttpWire, TrinoWire {
  /// No server of the testbed takes longer messages.
  int MOST = 256 << 20;

  /// Reads the client's next message; throws `EOFException` when there is none.
  Frame request(DataInputStream in) throws IOException;

  /// Reads the server's next message; throws `EOFException` when there is none.
  Frame answer(DataInputStream in) throws IOException;

  /// Whether the server, as this message of it shows, has done what the request asks for, or has
  /// refused to.
  boolean answers(Frame answer, Frame request);

  /// Reads a message that begins with its length, which is appended to what is before it.
  ///
  /// @param head what was read of the message already
  /// @param counted how many bytes of the length are the length itself
  static byte[] read(DataInputStream in, byte[] head, int counted) throws IOException {
    int length = in.readInt();
    if (length < counted || length > MOST) {
      throw new IOException("a message of " + length + " bytes, which this protocol cannot have");
    }
    var bytes = new byte[head.length + Integer.BYTES + length - counted];
    System.arraycopy(head, 0, bytes, 0, head.length);
    ByteBuffer.wrap(bytes).putInt(head.length, length);
    in.readFully(bytes, head.length + Integer.BYTES, length - counted);
    return bytes;
  }
}

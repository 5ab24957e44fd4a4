package io.dataflow.testbed.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// PostgreSQL's protocol without encryption. A `COMMIT` counts only after a COPY into the server in
/// the same connection, so that those of readers are no moments; one that follows a replication
/// slot writes nothing.
public final class PostgresqlWire implements WireProtocol {
  private static final byte[] NO_HEAD = {};
  private static final int CODE_AT = 4;
  private static final int WORDS_AT = 8;
  private static final int VERSION = 3;
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final int STATUS_AT = 5;
  private static final int BODY_AT = 5;
  private static final byte IDLE = 'I';
  private static final byte READER_STATUS = 'r';

  private final Map<String, Boolean> commits = new ConcurrentHashMap<>();
  private volatile boolean started;
  private volatile boolean replicating;
  private volatile boolean encryptionAsked;
  private volatile boolean inTransaction;
  private volatile boolean copied;

  @Override
  public Frame request(DataInputStream in) throws IOException {
    if (!started) {
      return startup(in);
    }
    byte type = in.readByte();
    var bytes = WireProtocol.read(in, new byte[] {type}, Integer.BYTES);
    return new Frame(bytes, acts(type, bytes), 0);
  }

  /// The first messages have no type; the server answers those that ask for encryption with one
  /// byte, and they are asked for at most once each.
  private Frame startup(DataInputStream in) throws IOException {
    var bytes = WireProtocol.read(in, NO_HEAD, Integer.BYTES);
    int code = ByteBuffer.wrap(bytes).getInt(CODE_AT);
    encryptionAsked = code == SSL_REQUEST || code == GSS_REQUEST;
    started = !encryptionAsked;
    replicating = code >>> Short.SIZE == VERSION && wantsReplication(bytes);
    return Frame.of(bytes);
  }

  /// Behind the version come names and values in turn, each up to a zero.
  private static boolean wantsReplication(byte[] startup) {
    int at = WORDS_AT;
    while (at < startup.length && startup[at] != 0) {
      var name = text(startup, at);
      if (name.equals("replication")) {
        return true;
      }
      at += name.length() + 1;
      at += text(startup, at).length() + 1;
    }
    return false;
  }

  @Override
  public Frame answer(DataInputStream in) throws IOException {
    byte type = in.readByte();
    if (encryptionAsked) {
      encryptionAsked = false;
      return Frame.of(new byte[] {type});
    }
    var bytes = WireProtocol.read(in, new byte[] {type}, Integer.BYTES);
    if (type == 'Z') {
      inTransaction = bytes[STATUS_AT] != IDLE;
    }
    return Frame.of(bytes);
  }

  /// A client waits for all that it asked for before it commits, so the next ReadyForQuery is the
  /// one behind the commit.
  @Override
  public boolean answers(Frame answer, Frame request) {
    return answer.bytes().length > 1 && answer.bytes()[0] == 'Z';
  }

  private Set<Act> acts(byte type, byte[] bytes) {
    if (replicating) {
      boolean status = type == 'd' && bytes[BODY_AT] == READER_STATUS;
      return status ? Set.of(Act.POSITION) : Set.of();
    }
    return switch (type) {
      case 'c' -> copyDone();
      case 'P' -> {
        var name = text(bytes, BODY_AT);
        commits.put(name, isCommit(text(bytes, BODY_AT + name.length() + 1)));
        yield Set.of();
      }
      case 'B' -> {
        var portal = text(bytes, BODY_AT);
        var statement = text(bytes, BODY_AT + portal.length() + 1);
        yield commits.getOrDefault(statement, false) ? commit() : Set.of();
      }
      case 'Q' -> isCommit(text(bytes, BODY_AT)) ? commit() : Set.of();
      default -> Set.of();
    };
  }

  private Set<Act> copyDone() {
    copied = inTransaction;
    return inTransaction ? Set.of(Act.WRITE) : Set.of(Act.WRITE, Act.COMMIT);
  }

  private Set<Act> commit() {
    if (!copied) {
      return Set.of();
    }
    copied = false;
    return Set.of(Act.COMMIT);
  }

  private static boolean isCommit(String sql) {
    return sql.strip().toUpperCase(Locale.ROOT).matches("COMMIT\\b.*");
  }

  /// A text up to its zero, one character a byte.
  private static String text(byte[] bytes, int start) {
    int end = start;
    while (bytes[end] != 0) {
      end++;
    }
    return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }
}

package io.dataflow.testbed.proxy;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/// Kafka's protocol: requests name themselves by a number, and an answer has its request's
/// correlation id.
public final class KafkaWire implements WireProtocol {
  private static final byte[] NO_HEAD = {};
  private static final int KEY_AT = 4;
  private static final int VERSION_AT = 6;
  private static final int CORRELATION_AT = 8;
  private static final int CLIENT_AT = 12;
  private static final int ANSWER_CORRELATION_AT = 4;
  private static final int PRODUCE = 0;
  private static final int OFFSET_COMMIT = 8;
  private static final int JOIN_GROUP = 11;
  private static final int SYNC_GROUP = 14;
  private static final int END_TXN = 26;
  private static final int TXN_OFFSET_COMMIT = 28;

  /// From this version on a Produce has the compact form of KIP-482.
  private static final int COMPACT_PRODUCE = 9;

  @Override
  public Frame request(DataInputStream in) throws IOException {
    var bytes = WireProtocol.read(in, NO_HEAD, 0);
    var buffer = ByteBuffer.wrap(bytes);
    return new Frame(bytes, acts(buffer), buffer.getInt(CORRELATION_AT));
  }

  @Override
  public Frame answer(DataInputStream in) throws IOException {
    var bytes = WireProtocol.read(in, NO_HEAD, 0);
    return new Frame(bytes, Set.of(), ByteBuffer.wrap(bytes).getInt(ANSWER_CORRELATION_AT));
  }

  @Override
  public boolean answers(Frame answer, Frame request) {
    return answer.id() == request.id();
  }

  private static Set<Act> acts(ByteBuffer request) {
    return switch (request.getShort(KEY_AT)) {
      case PRODUCE -> isTransactional(request) ? Set.of(Act.WRITE) : Set.of(Act.WRITE, Act.COMMIT);
      case END_TXN -> Set.of(Act.COMMIT);
      case OFFSET_COMMIT, TXN_OFFSET_COMMIT -> Set.of(Act.POSITION);
      case JOIN_GROUP, SYNC_GROUP -> Set.of(Act.REBALANCE);
      default -> Set.of();
    };
  }

  /// Whether a Produce has a transactional id, which is the first field behind its header.
  private static boolean isTransactional(ByteBuffer produce) {
    int client = Math.max(0, produce.getShort(CLIENT_AT));
    int body = CLIENT_AT + Short.BYTES + client;
    boolean compact = produce.getShort(VERSION_AT) >= COMPACT_PRODUCE;
    // The header of the compact form ends with its tagged fields, of which clients send none.
    return compact ? produce.get(body + 1) != 0 : produce.getShort(body) >= 0;
  }
}

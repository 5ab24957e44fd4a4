package io.dataflow.benchmarks.steps.loop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The loop that nobody should write: it knows that these records are flat, without blanks and
/// without escapes, checks nothing, and copies ranges of bytes. It shows what checking costs.
final class BytesLoop implements StepsLoop {
  private static final List<byte[]> KEPT =
      List.of(bytes("id"), bytes("customer"), bytes("amount"), bytes("status"));
  private static final byte[] STATUS = bytes("status");
  private static final byte[] NEW = bytes("\"new\"");
  private static final byte[] MASKED = bytes("\"email\":\"***\"");

  @Override
  public List<byte[]> run(List<byte[]> records, Instant now) {
    var time = bytes(",\"processed_at\":\"" + now.truncatedTo(ChronoUnit.SECONDS) + "\"}");
    var out = new ArrayList<byte[]>(records.size());
    var buffer = new ByteArrayOutputStream(512);
    for (var record : records) {
      buffer.reset();
      if (copy(record, buffer, time)) {
        out.add(buffer.toByteArray());
      }
    }
    return out;
  }

  private static boolean copy(byte[] record, ByteArrayOutputStream buffer, byte[] time) {
    buffer.writeBytes(new byte[] {'{'});
    buffer.writeBytes(MASKED);
    var at = 1;
    while (at < record.length) {
      var nameEnd = quoteAfter(record, at + 1);
      var value = nameEnd + 2;
      var end = record[value] == '"' ? quoteAfter(record, value + 1) + 1 : numberEnd(record, value);
      if (is(STATUS, record, at + 1, nameEnd) && is(NEW, record, value, end)) {
        return false;
      }
      if (isKept(record, at + 1, nameEnd)) {
        buffer.write(',');
        buffer.write(record, at, end - at);
      }
      at = end + 1;
    }
    buffer.writeBytes(time);
    return true;
  }

  private static boolean isKept(byte[] record, int start, int end) {
    for (var name : KEPT) {
      if (is(name, record, start, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean is(byte[] wanted, byte[] record, int start, int end) {
    return Arrays.equals(wanted, 0, wanted.length, record, start, end);
  }

  private static int quoteAfter(byte[] record, int from) {
    var at = from;
    while (record[at] != '"') {
      at++;
    }
    return at;
  }

  private static int numberEnd(byte[] record, int from) {
    var at = from;
    while (record[at] != ',' && record[at] != '}') {
      at++;
    }
    return at;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.dataflow.cli.demo;

import io.dataflow.api.json.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// The orders of a made-up shop, the same ones at every run: an order is a function of its number.
/// Written byte by byte, because the demo's processor shares the machine with its producer.
final class Orders {
  /// One in so many records is broken, in one of four ways that take turns.
  static final int BROKEN_EVERY = 5_000;

  private static final Instant OPENING = Instant.parse("2026-03-01T08:00:00Z");
  private static final int ORDERS_PER_SECOND = 500;
  private static final List<OrderKind> BROKEN =
      List.of(
          OrderKind.NOT_JSON,
          OrderKind.WORD_FOR_NUMBER,
          OrderKind.NUL_CHARACTER,
          OrderKind.FORBIDDEN);
  private static final byte[][] FIRST_NAMES =
      bytes("Ada", "Émile", "Grace", "Jörg", "Linus", "Mary", "Noor", "Søren");
  private static final byte[][] LAST_NAMES =
      bytes("Almeida", "Berg", "Fischer", "Ivanova", "Novak", "O'Neill", "Sato", "Yılmaz");
  private static final byte[][] COUNTRIES = bytes("DE", "ES", "FR", "JP", "NL", "PL", "SE", "TR");
  private static final byte[][] STATES = bytes("new", "paid", "paid", "shipped");
  private static final byte[] TEST = "test".getBytes(StandardCharsets.UTF_8);
  private static final byte[][] GOODS =
      bytes("lamp", "desk", "chair", "shelf", "rug", "sofa", "bed", "vase");

  private byte[] placedAt = {};
  private long placedSecond = -1;

  /// What the order of this number is.
  static OrderKind kind(long number) {
    if (number % BROKEN_EVERY == BROKEN_EVERY / 2) {
      return BROKEN.get((int) (number / BROKEN_EVERY % BROKEN.size()));
    }
    var chance = dice(number) & 0xFF;
    return chance < 10 ? OrderKind.TEST : chance < 36 ? OrderKind.LARGE : OrderKind.PLAIN;
  }

  /// Appends the order of this number as it goes into the topic.
  void write(long number, Bytes out) {
    var kind = kind(number);
    if (kind == OrderKind.NOT_JSON) {
      out.put("order=" + number + ";status=paid;total=12.50");
      return;
    }
    var dice = dice(number);
    out.put("{\"id\":");
    putNumber(number, out);
    out.put(",\"placed_at\":\"");
    out.put(placedAt(number));
    out.put("\",\"status\":\"");
    out.put(kind == OrderKind.TEST ? TEST : pick(STATES, dice >> 8));
    writeCustomer(number, kind, dice, out);
    out.put(",\"card\":\"4929 ");
    putNumber(1000 + (dice >>> 20) % 9000, out);
    out.put(" 0343 ");
    putNumber(1000 + (dice >>> 33) % 9000, out);
    out.put("\",\"country\":\"");
    out.put(pick(COUNTRIES, dice >> 14));
    out.put("\",\"total\":");
    putTotal(kind, dice, out);
    out.put(",\"quantity\":");
    putNumber(kind == OrderKind.FORBIDDEN ? 0 : 1 + (dice >>> 44) % 9, out);
    out.put(",\"items\":[{\"name\":\"");
    out.put(pick(GOODS, dice >> 17));
    out.put("\"},{\"name\":\"");
    out.put(pick(GOODS, dice >> 23));
    out.put("\"}],\"session\":\"");
    out.put(Long.toHexString(dice));
    out.put("\"}");
  }

  private static void writeCustomer(long number, OrderKind kind, long dice, Bytes out) {
    out.put("\",\"customer\":{\"name\":\"");
    out.put(pick(FIRST_NAMES, dice >> 26));
    out.put(kind == OrderKind.NUL_CHARACTER ? "\\u0000" : " ");
    out.put(pick(LAST_NAMES, dice >> 29));
    out.put("\",\"email\":\"customer");
    putNumber(number % 100_000, out);
    out.put("@example.com\"}");
  }

  private static void putTotal(OrderKind kind, long dice, Bytes out) {
    if (kind == OrderKind.WORD_FOR_NUMBER) {
      out.put("\"twelve\"");
      return;
    }
    var euros = (kind == OrderKind.LARGE ? 901 : 1) + (dice >>> 50) % 797;
    var cents = (dice >>> 40) % 100;
    putNumber(euros, out);
    out.put(cents < 10 ? ".0" : ".");
    putNumber(cents, out);
  }

  /// Without a text in between: this is most of what the shop does.
  private static void putNumber(long number, Bytes out) {
    var unit = 1L;
    while (number / unit >= 10) {
      unit *= 10;
    }
    for (; unit > 0; unit /= 10) {
      out.put((int) ('0' + number / unit % 10));
    }
  }

  private byte[] placedAt(long number) {
    var second = number / ORDERS_PER_SECOND;
    if (second != placedSecond) {
      placedSecond = second;
      placedAt = OPENING.plusSeconds(second).toString().getBytes(StandardCharsets.US_ASCII);
    }
    return placedAt;
  }

  /// Bits that look like chance and are a function of the number (the finalizer of SplitMix64).
  private static long dice(long number) {
    var z = (number + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static byte[] pick(byte[][] choices, long dice) {
    return choices[(int) (dice & choices.length - 1)];
  }

  private static byte[][] bytes(String... texts) {
    return Stream.of(texts)
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toArray(byte[][]::new);
  }
}

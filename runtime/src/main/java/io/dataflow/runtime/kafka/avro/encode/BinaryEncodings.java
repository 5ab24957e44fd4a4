package io.dataflow.runtime.kafka.avro.encode;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Bytes: texts in base64, unless they mean something else.
final class BinaryEncodings {
  private static final Pattern DURATION =
      Pattern.compile("P(\\d{1,10})M(\\d{1,10})DT(\\d{1,7}\\.\\d{3})S");
  private static final long UNSIGNED_MOST = 0xFFFF_FFFFL;

  private BinaryEncodings() {}

  static Encoding bytes() {
    return Encoding.ofText(
        "a text in base64",
        (text, out) -> {
          var bytes = decoded(text);
          bytes.ifPresent(it -> out.writeCounted(it, 0, it.length));
          return bytes.isPresent();
        });
  }

  static Encoding fixed(int size) {
    return Encoding.ofText(
        "a text in base64 of " + size + " bytes",
        (text, out) -> {
          var bytes = decoded(text).filter(it -> it.length == size);
          bytes.ifPresent(out::write);
          return bytes.isPresent();
        });
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Encoding uuid() {
    return Encoding.ofText(
        "a UUID",
        (text, out) -> {
          boolean known = TextEncodings.isUuid(text);
          if (known) {
            out.write(HexFormat.of().parseHex(text.replace("-", "")));
          }
          return known;
        });
  }

  static Encoding duration() {
    return Encoding.ofText(
        "a duration like `P1M2DT3.500S`",
        (text, out) -> {
          var parts = DURATION.matcher(text);
          return parts.matches() && writeDuration(parts.toMatchResult(), out);
        });
  }

  private static boolean writeDuration(MatchResult parts, AvroOutput out) {
    for (int i = 1; i <= parts.groupCount(); i++) {
      long number = Long.parseLong(parts.group(i).replace(".", ""));
      if (number > UNSIGNED_MOST) {
        return false;
      }
      out.littleEndian(number, Integer.BYTES);
    }
    return true;
  }
}

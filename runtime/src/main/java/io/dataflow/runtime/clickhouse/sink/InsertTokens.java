package io.dataflow.runtime.clickhouse.sink;

import io.dataflow.api.json.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// By what a table that recognises repeated INSERTs recognises one: a token that no other INSERT
/// has. Without one such a table would take two batches of the same rows for one. The INSERT whose
/// answer was lost gets its own token again, if it comes again with the same rows.
final class InsertTokens {
  private final String processor = UUID.randomUUID().toString();
  private Optional<Lost> lost = Optional.empty();
  private long number;

  private record Lost(String token, String rows) {}

  /// The token for these rows.
  String token(Bytes rows) {
    if (lost.isPresent() && lost.get().rows.equals(digest(rows))) {
      return lost.get().token;
    }
    lost = Optional.empty();
    return processor + "-" + number++;
  }

  /// Nobody knows whether the rows with this token are written.
  void lost(String token, Bytes rows) {
    lost = Optional.of(new Lost(token, digest(rows)));
  }

  /// The rows are written, or refused.
  void settled() {
    lost = Optional.empty();
  }

  private static String digest(Bytes rows) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(rows.array(), 0, rows.size());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package io.dataflow.runtime.postgresql;

import io.dataflow.api.json.Bytes;
import io.dataflow.api.transformation.RecordException;
import java.util.Optional;

/// Turns a JSON value into what `COPY` reads for a column of one type, from bytes to bytes. What is
/// not refused here, PostgreSQL's own input function judges.
sealed interface Encoder
    permits TextEncoder, JsonEncoder, WholeNumberEncoder, TimeEncoder, ByteaEncoder, ArrayEncoder {

  /// Appends the value in COPY's text form, its backslashes and line ends escaped.
  ///
  /// @param json holds a JSON value other than null from `start` to before `end`
  /// @throws RecordException with what is wrong with the value, without the value
  void encode(byte[] json, int start, int end, Bytes out);

  /// The encoder for a type by its name in the catalog; of an array also its elements' type.
  static Encoder of(String type, Optional<String> elementType) {
    if (elementType.isPresent()) {
      return new ArrayEncoder(of(elementType.get(), Optional.empty()));
    }
    return switch (type) {
      case "json", "jsonb" -> new JsonEncoder();
      case "int2", "int4", "int8" -> new WholeNumberEncoder();
      case "timestamptz" -> new TimeEncoder(TimeEncoder.Kind.INSTANT);
      case "timestamp" -> new TimeEncoder(TimeEncoder.Kind.WITHOUT_ZONE);
      case "date" -> new TimeEncoder(TimeEncoder.Kind.DATE);
      case "time", "timetz" -> new TimeEncoder(TimeEncoder.Kind.TIME_OF_DAY);
      case "bytea" -> new ByteaEncoder();
      default -> new TextEncoder();
    };
  }
}

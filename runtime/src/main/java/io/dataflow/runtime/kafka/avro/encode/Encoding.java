package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import java.util.Optional;

/// The writing of one type.
interface Encoding {
  /// Appends the value.
  ///
  /// @return false when it is none of this type; then what was appended is of no use
  /// @throws AvroMisfit when something in it does not fit
  boolean write(Json value, AvroOutput out);

  /// What fits, as the end of a sentence: `a whole number of 64 bits`.
  String wanted();

  /// Whether an object looks like one of this type, for a union that has several for objects.
  default boolean resembles(Json value) {
    return true;
  }

  /// Appends a value that has to be of this type.
  ///
  /// @throws AvroMisfit when it is not
  default void require(Json value, AvroOutput out) {
    if (!write(value, out)) {
      throw new AvroMisfit("is not " + wanted());
    }
  }

  /// How a single value is written.
  @FunctionalInterface
  interface OfScalar {
    boolean write(JsonScalar value, AvroOutput out);
  }

  /// How the characters of a text are written.
  @FunctionalInterface
  interface OfText {
    boolean write(String text, AvroOutput out);
  }

  /// The writing of single values of a kind.
  static Encoding of(ScalarKind kind, String wanted, OfScalar scalar) {
    return new Encoding() {
      @Override
      public boolean write(Json value, AvroOutput out) {
        return value instanceof JsonScalar it && it.kind() == kind && scalar.write(it, out);
      }

      @Override
      public String wanted() {
        return wanted;
      }
    };
  }

  /// The writing of texts that mean something.
  static Encoding ofText(String wanted, OfText text) {
    return of(ScalarKind.STRING, wanted, (value, out) -> text.write(value.text(), out));
  }

  /// The writing of values that are of either type.
  static Encoding either(Encoding first, Encoding second) {
    return new Encoding() {
      @Override
      public boolean write(Json value, AvroOutput out) {
        return first.write(value, out) || second.write(value, out);
      }

      @Override
      public String wanted() {
        return first.wanted();
      }
    };
  }

  /// Appends a number that was worked out, if it was.
  static boolean put(Optional<Long> number, AvroOutput out) {
    number.ifPresent(out::writeLong);
    return number.isPresent();
  }
}

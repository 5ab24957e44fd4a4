package io.dataflow.runtime.kafka.avro.encode;

import io.dataflow.api.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/// A value of one of several types: the most particular one that takes it.
final class UnionEncoding implements Encoding {
  private record Branch(int number, Encoding encoding) {}

  private final List<Branch> branches;
  private final boolean looksTwice;

  private UnionEncoding(List<Branch> branches, boolean looksTwice) {
    this.branches = branches;
    this.looksTwice = looksTwice;
  }

  static Encoding of(List<Schema> types, List<Encoding> encodings) {
    var branches =
        IntStream.range(0, types.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> rank(types.get(i))))
            .map(i -> new Branch(i, encodings.get(i)))
            .toList();
    long objects =
        types.stream()
            .map(Schema::getType)
            .filter(it -> it == Schema.Type.RECORD || it == Schema.Type.MAP)
            .count();
    return new UnionEncoding(branches, objects > 1);
  }

  /// What takes less comes before what takes more: a date before any text, a whole number before
  /// any number, a record before a map.
  private static int rank(Schema type) {
    LogicalType logical = type.getLogicalType();
    return switch (type.getType()) {
      case NULL, BOOLEAN, ARRAY, RECORD -> 0;
      case ENUM -> 1;
      case INT -> 2;
      case LONG -> 3;
      case DOUBLE -> 5;
      case FLOAT -> 6;
      case STRING -> logical == null ? 7 : 2;
      case FIXED -> logical == null ? 8 : 4;
      case BYTES -> logical == null ? 9 : 4;
      case MAP -> 10;
      case UNION -> throw new IllegalStateException("a union in a union");
    };
  }

  @Override
  public boolean write(Json value, AvroOutput out) {
    int start = out.size();
    for (var branch : branches) {
      if (!looksTwice || branch.encoding().resembles(value)) {
        out.writeLong(branch.number());
        if (branch.encoding().write(value, out)) {
          return true;
        }
        out.truncate(start);
      }
    }
    return false;
  }

  @Override
  public String wanted() {
    return branches.stream().map(it -> it.encoding().wanted()).collect(Collectors.joining(", or "));
  }
}

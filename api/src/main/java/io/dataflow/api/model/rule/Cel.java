package io.dataflow.api.model.rule;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.type.DurationType;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MomentType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.ScalarType;
import io.dataflow.api.model.type.SecretType;
import io.dataflow.api.model.type.TextType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.WordType;
import io.dataflow.api.model.type.ZoneType;
import java.util.Collection;
import java.util.stream.Collectors;

/// Expressions of the API server's rule language.
public final class Cel {
  private Cel() {}

  /// A text.
  public static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /// Whether a value is one of several.
  public static String in(String value, Collection<String> texts) {
    return value
        + " in "
        + texts.stream().map(Cel::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /// Whether a value is none of several, or not the only one.
  public static String notIn(String value, Collection<String> texts) {
    return texts.size() == 1
        ? value + " != " + text(texts.iterator().next())
        : "!(" + in(value, texts) + ")";
  }

  /// That something is not there.
  ///
  /// @param path for example `self.config`
  public static String lacks(String path) {
    return "!has(" + path + ")";
  }

  /// A word that may be written in any case and with `-` for `_`, in its one spelling.
  public static String word(String value) {
    return value + ".trim().replace('-', '_').upperAscii()";
  }

  /// Whether a record has a value for the field, plain or from a Secret; `self` is the record.
  public static String given(Field field) {
    var plain = "has(self." + field.name() + ")" + something(field.type(), "self." + field.name());
    return field.refKey().map(ref -> plain + " || has(self." + ref + ")").orElse(plain);
  }

  /// What makes a value that is there more than an empty text or list.
  private static String something(ValueType type, String value) {
    if (type instanceof ListType list) {
      return list.notEmpty() ? " && " + value + ".size() > 0" : "";
    }
    if (!isText(type)) {
      return "";
    }
    // The API server counts what trimming costs by the longest text, for each route of each step.
    boolean isLong = type instanceof ScalarType scalar && scalar.longest() > Bounds.TEXT;
    return " && " + value + (isLong ? "" : ".trim()") + " != ''";
  }

  /// Whether the value is a text that may be empty where it may be left out.
  public static boolean isText(ValueType type) {
    return switch (type) {
      case TextType _, SecretType _, ParsedType _ -> true;
      case DurationType _, MomentType _, ZoneType _, WordType _ -> true;
      default -> false;
    };
  }
}

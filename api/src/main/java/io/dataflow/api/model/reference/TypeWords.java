package io.dataflow.api.model.reference;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.DurationType;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FlagType;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.MapType;
import io.dataflow.api.model.type.MomentType;
import io.dataflow.api.model.type.OpaqueType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.SecretType;
import io.dataflow.api.model.type.TextType;
import io.dataflow.api.model.type.ValueType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import io.dataflow.api.model.type.WholeType;
import io.dataflow.api.model.type.WordType;
import io.dataflow.api.model.type.ZoneType;
import java.util.Locale;

/// What the reference says of a field's type.
record TypeWords(Field field) {
  @Override
  public String toString() {
    return of(field.type());
  }

  private String of(ValueType type) {
    return switch (type) {
      case TextType _ -> "text";
      case SecretType _ -> "text, never shown";
      case ParsedType parsed -> parsed.wanted();
      case FlagType _ -> "`true`, `false`";
      case MomentType _ -> "point in time, RFC 3339";
      case DurationType _ -> "length of time: `500ms`, `1h30m`";
      case ZoneType _ -> "IANA time zone";
      case WordType words -> Words.list(words.values().keySet());
      case WholeType whole -> "whole number" + bounds(whole);
      case ListType list -> "list, each item: " + of(list.item());
      case MapType map when map.key() instanceof ParsedType key ->
          "object, each key: " + of(key) + ", each value: " + of(map.value());
      case MapType map -> "object, each value: " + of(map.value());
      case OptionsType _ -> "object, each value: text; or `<key>SecretRef` for it";
      case OpaqueType opaque -> "Kubernetes' `" + opaque.kubernetes().words() + "`";
      case RecordModel _ -> "object, see [" + field.name() + "](#" + anchor(field) + ")";
      case ChoiceModel choice -> link(choice);
    };
  }

  static String link(ChoiceModel choice) {
    var word = ReferencePages.word(choice);
    return "a [" + word + "](README.md#" + word + "-types)";
  }

  private static String bounds(WholeType whole) {
    if (whole.hasMin() && whole.hasMax()) {
      return ", " + whole.min() + " to " + whole.max();
    }
    if (whole.hasMin()) {
      return ", " + whole.min() + " or more";
    }
    return whole.hasMax() ? ", " + whole.max() + " or less" : "";
  }

  /// A heading's anchor has no capital letters.
  private static String anchor(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}

package io.dataflow.api.model.crd;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.rule.Cel;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.DurationType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The schema of a value by its type alone. A text that may be left out may be empty as well: that
/// is what forms and templates write for what nobody filled in.
final class ValueSchema {
  private static final String DURATION =
      "^(0|(([0-9]+[.]?[0-9]*|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h))+)$";
  private static final String MOMENT =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$";

  private ValueSchema() {}

  static Schema of(ValueType type) {
    return switch (type) {
      case TextType text -> Schema.text(text.longest());
      case SecretType text -> Schema.text(text.longest());
      case ParsedType text -> parsed(text);
      case FlagType _ -> Schema.of("boolean");
      case WholeType whole -> whole(whole);
      case WordType words -> words(words);
      case DurationType text ->
          Schema.text(text.longest())
              .holds(
                  orEmpty(
                      "self.matches(" + Cel.text(DURATION) + ")",
                      "no length of time. Write for example `500ms`, `30s` or `1h30m`."));
      case MomentType text ->
          Schema.text(text.longest())
              .holds(
                  orEmpty(
                      "self.matches(" + Cel.text(MOMENT) + ") && timestamp(self).getFullYear() > 0",
                      "no point in time. Write date, time and offset, for example `"
                          + text.example()
                          + "` or `2026-01-01T02:00:00+03:00`."));
      case ZoneType text ->
          Schema.text(text.longest())
              .holds(
                  orEmpty(
                      "timestamp('2026-01-01T00:00:00Z').getHours(self) >= 0",
                      "no time zone. " + ZoneType.remedy(text.example())));
      case ListType list -> list(list);
      case MapType map -> map(map);
      case OpaqueType opaque -> KubernetesSchema.of(opaque.kubernetes());
      case OptionsType _ -> Schema.open().with("type", "object");
      case RecordModel record -> RecordSchema.of(record);
      case ChoiceModel choice -> new ChoiceSchema(choice, Schema.of("object")).schema();
    };
  }

  private static Invariant orEmpty(String cel, String message) {
    return Invariant.wrong("self.trim() == '' || " + cel, "", message);
  }

  private static Schema parsed(ParsedType text) {
    var schema = Schema.of("string").with("minLength", 1).with("maxLength", text.longest());
    text.pattern().ifPresent(it -> schema.with("pattern", "^(" + it + ")$"));
    Stream.of(text.type().getAnnotationsByType(Rule.class))
        .forEach(rule -> schema.holds(Invariant.of(rule)));
    return schema;
  }

  private static Schema whole(WholeType whole) {
    // No `format`: the server says everything twice with one.
    var schema = Schema.of("integer");
    if (whole.hasMin() || !whole.isLong()) {
      schema.with("minimum", whole.min());
    }
    return whole.hasMax() || !whole.isLong() ? schema.with("maximum", whole.max()) : schema;
  }

  /// A word, or none; one that comes in a later version is known and refused in words.
  private static Schema words(WordType type) {
    var words = type.values().keySet();
    if (type.isLoose()) {
      return Schema.text(Bounds.SHORT_TEXT)
          .holds(orEmpty(Cel.in(Cel.word("self"), words), "not known. " + Words.there(words)));
    }
    var all = new ArrayList<>(words);
    all.addAll(type.later());
    all.add("");
    var schema = Schema.of("string").with("enum", all);
    return type.later().isEmpty()
        ? schema
        : schema.holds(
            Invariant.computed(
                "!(" + Cel.in("self", type.later()) + ")", "", notYet(Words.there(words))));
  }

  /// CEL for what is said of a name that a later version will have.
  static String notYet(String remedy) {
    return "'`' + self + " + Cel.text("` is not in this version yet. " + remedy);
  }

  /// What the keys look like is left to `validate`: no schema of the API server says it.
  private static Schema map(MapType map) {
    var schema = Schema.map(item(map.value()), map.most());
    return map.notEmpty() ? schema.with("minProperties", 1) : schema;
  }

  private static Schema list(ListType list) {
    var schema = Schema.list(item(list.item()), list.most());
    if (list.notEmpty()) {
      schema.with("minItems", 1);
    }
    return list.key().isEmpty()
        ? schema
        : schema
            .with("x-kubernetes-list-type", "map")
            .with("x-kubernetes-list-map-keys", List.of(list.key()));
  }

  /// Nobody leaves out an item by an empty text.
  private static Schema item(ValueType type) {
    var schema = of(type);
    return Cel.isText(type) && schema.key("maxLength").isPresent()
        ? schema.with("minLength", 1)
        : schema;
  }
}

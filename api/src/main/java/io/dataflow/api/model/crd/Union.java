package io.dataflow.api.model.crd;

import io.dataflow.api.model.rule.Cel;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FieldWords;
import io.dataflow.api.model.type.RecordModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The `config` of a choice: one object that has the keys of all types, because the API server
/// knows no alternatives and would silently drop what no schema names; and the rules that say whose
/// key each of them is.
final class Union {
  private static final String LATER = "not in this version yet";

  private final ChoiceModel choice;
  private final Map<String, Members> keys = new LinkedHashMap<>();

  Union(ChoiceModel choice) {
    this.choice = choice;
    choice.names().forEach(name -> read(name, record(name)));
  }

  private RecordModel record(String name) {
    return choice.model(name).orElseThrow();
  }

  private void read(String type, RecordModel record) {
    for (var field : record.fields()) {
      var schemas = new FieldSchema(field).schemas();
      schemas.forEach(
          (key, schema) ->
              keys.computeIfAbsent(key, _ -> new Members())
                  .add(new Member(type, key, schema), schema.description()));
    }
  }

  /// The schema of `config`. It has no defaults: one type's would stand in another's config.
  Schema schema() {
    var schema = Schema.of("object").described("Settings of the type.");
    keys.forEach((key, members) -> schema.property(key, members.schema(choice.names().size())));
    ofConfigs(true).keySet().forEach(schema::holds);
    for (var name : choice.names()) {
      record(name).later().stream()
          .filter(key -> !schema.hasProperty(key))
          .forEach(key -> schema.property(key, later(name, key)));
    }
    // That they are lacking is said of their types; a rule cannot look at what may be anything.
    choice.laterKeys().stream()
        .filter(key -> !schema.hasProperty(key))
        .forEach(key -> schema.property(key, Schema.open().described("Not in this version yet.")));
    return schema;
  }

  /// A key that a later version will have: refused, not dropped, whoever sends it.
  private Schema later(String type, String key) {
    var schema =
        record(type).laterObjects().contains(key)
            ? Schema.open().with("type", "object")
            : Schema.open().with("enum", List.of(LATER));
    return schema.described("Of `" + type + "`; " + LATER + ".");
  }

  /// What must hold of the object with `type` and `config`.
  List<Invariant> invariants() {
    var invariants = new ArrayList<Invariant>();
    foreign().forEach(keys -> invariants.add(keys.invariant()));
    visible().map(keys::get).forEach(members -> invariants.addAll(members.invariants()));
    byType(
            record ->
                record.fields().stream()
                    .filter(field -> field.required() && !field.brief())
                    .map(this::needed))
        .forEach((it, types) -> invariants.add(it.unless(isNone(types))));
    ofConfigs(false)
        .forEach(
            (it, types) ->
                invariants.add(
                    it.below("config").unless(isNone(types) + " || " + Cel.lacks("self.config"))));
    return invariants;
  }

  private static String isNone(List<String> types) {
    return Cel.notIn("self.type", types);
  }

  /// What must hold of a type's `config`, with all types of which it must.
  ///
  /// @param ofAny those of which the type need not be asked, so that they can stand at the `config`
  ///     itself, in fewer words; or the others
  private Map<Invariant, List<String>> ofConfigs(boolean ofAny) {
    var all =
        byType(
            record ->
                Stream.concat(
                    record.laterObjects().stream().map(Union::absent),
                    Invariant.all(record).stream()));
    all.entrySet().removeIf(it -> isOfAny(it.getKey(), it.getValue()) != ofAny);
    return all;
  }

  /// Whether all types say it, or only a `config` with a key that no other type has can break it.
  private boolean isOfAny(Invariant it, List<String> types) {
    return types.size() == choice.names().size()
        || it.asksFirstFor(
            key -> keys.containsKey(key) && types.containsAll(keys.get(key).types()));
  }

  private Map<Invariant, List<String>> byType(Function<RecordModel, Stream<Invariant>> said) {
    var byType = new LinkedHashMap<Invariant, List<String>>();
    for (var name : choice.names()) {
      said.apply(record(name))
          .forEach(it -> byType.computeIfAbsent(it, _ -> new ArrayList<>()).add(name));
    }
    return byType;
  }

  /// The keys that rules can look at.
  private Stream<String> visible() {
    return keys.keySet().stream().filter(key -> !keys.get(key).isOpen());
  }

  /// The keys that not all types have.
  private List<ForeignKeys> foreign() {
    var byOwners =
        visible()
            .collect(
                Collectors.groupingBy(
                    key -> keys.get(key).types(), LinkedHashMap::new, Collectors.toList()));
    return byOwners.entrySet().stream()
        .filter(it -> it.getKey().size() < choice.names().size())
        .map(
            it ->
                new ForeignKeys(it.getValue(), these(it.getKey(), true), these(it.getKey(), false)))
        .toList();
  }

  private List<String> these(Set<String> owners, boolean own) {
    return choice.names().stream().filter(name -> owners.contains(name) == own).toList();
  }

  private static Invariant absent(String key) {
    return Invariant.wrong(Cel.lacks("self." + key), key, LATER + ". Remove it.");
  }

  private Invariant needed(Field field) {
    return keys.get(field.name()).isOpen()
        ? Invariant.wrong(
            "has(self.config)", "config." + field.name(), FieldWords.lacking("missing", field))
        : new FieldSchema(field).needed().below("config").given("has(self.config)");
  }
}

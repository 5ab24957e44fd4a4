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
    ofTypes().forEach((said, types) -> invariants.add(said.when(is(types))));
    return invariants;
  }

  private static String is(List<String> types) {
    return types.size() == 1
        ? "self.type == " + Cel.text(types.getFirst())
        : Cel.in("self.type", types);
  }

  /// What must hold of a type's `config`, with all types of which it must.
  private Map<Invariant, List<String>> ofTypes() {
    var ofTypes = new LinkedHashMap<Invariant, List<String>>();
    for (var name : choice.names()) {
      ofType(record(name))
          .forEach(it -> ofTypes.computeIfAbsent(it, _ -> new ArrayList<>()).add(name));
    }
    return ofTypes;
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

  private Stream<Invariant> ofType(RecordModel record) {
    return Stream.of(
            record.fields().stream().filter(Field::required).map(this::needed),
            record.laterObjects().stream().map(Union::absent),
            Invariant.all(record).stream().map(it -> it.below("config").when("has(self.config)")))
        .flatMap(it -> it);
  }

  private static Invariant absent(String key) {
    var cel = "!has(self." + key + ")";
    var absent = Invariant.wrong(cel, key, LATER + ". Remove it.").below("config");
    return absent.when("has(self.config)");
  }

  private Invariant needed(Field field) {
    return keys.get(field.name()).isOpen()
        ? Invariant.wrong(
            "has(self.config)", "config." + field.name(), FieldWords.lacking("missing", field))
        : new FieldSchema(field).needed().below("config").given("has(self.config)");
  }
}

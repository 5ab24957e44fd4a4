package io.dataflow.api.model.read;

import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.Optional;

/// Where keys belong that a record's object does not know: one level deeper, most often.
record RecordHome(RecordModel record, YamlObject object) implements KeyCheck.KeyHome {
  @Override
  public Optional<String> of(String key) {
    for (var field : record.fields()) {
      var home =
          switch (field.type()) {
            case RecordModel below when below.keys().contains(key) ->
                Optional.of("Put it below `" + field.name() + "`.");
            case ChoiceModel choice when field.inline() -> ofChoice(choice, object, key);
            default -> Optional.<String>empty();
          };
      if (home.isPresent()) {
        return home;
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean ignores(String key) {
    return record.ignores(key);
  }

  /// Where a key belongs that stands beside `type` and `config`.
  static Optional<String> ofChoice(ChoiceModel choice, YamlObject object, String key) {
    if (choice.names().contains(key)) {
      return Optional.of("Put what is in it below `config`.");
    }
    return object
        .get("type")
        .filter(YamlScalar.class::isInstance)
        .flatMap(type -> choice.model(((YamlScalar) type).text()))
        .filter(model -> model.keys().contains(key))
        .map(model -> "Put it below `config`.");
  }
}

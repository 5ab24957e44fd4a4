package io.dataflow.api.model.read;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.secret.Options;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.SecretType;
import io.dataflow.api.model.type.ValueType.OptionsType;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads settings whose keys are another system's.
final class OptionsReader {
  private final ModelReader reader;
  private final Place place;
  private final Map<String, String> plain = new LinkedHashMap<>();
  private final Map<String, Secret> secret = new LinkedHashMap<>();
  private boolean wrong;

  OptionsReader(ModelReader reader, Place place) {
    this.reader = reader;
    this.place = place;
  }

  Optional<Object> read(YamlObject object) {
    object.fields().forEach(this::read);
    return wrong ? Optional.empty() : Optional.of(new Options(plain, secret));
  }

  private void read(String key, Yaml value) {
    var at = place.below(key);
    var suffix = OptionsType.REFERENCE;
    if (key.endsWith(suffix) && key.length() > suffix.length() && value instanceof YamlObject) {
      reference(key.substring(0, key.length() - suffix.length()), value, at);
    } else if (value instanceof YamlScalar scalar && !scalar.isAbsent()) {
      plain.put(key, scalar.text());
    } else {
      refuse(
          at,
          value.isAbsent()
              ? "empty. Give it a value or remove it."
              : "wants text, a number or `true` or `false`, found "
                  + value.kindFound()
                  + ". Write one, or `"
                  + key
                  + suffix
                  + ": {name: …, key: …}`.");
    }
  }

  private void reference(String key, Yaml value, Place at) {
    var ref = reader.value(RecordModel.of(SecretRef.class), value, at).map(SecretRef.class::cast);
    var found = ref.flatMap(it -> new SecretValue(text(key), it, at.path()).read(reader));
    found.ifPresent(it -> secret.put(key, (Secret) it));
    wrong |= found.isEmpty();
  }

  private void refuse(Place at, String message) {
    reader.report(new Problem(at.path(), message));
    wrong = true;
  }

  private static Field text(String key) {
    return new Field(
        key,
        new SecretType(Bounds.LONG_TEXT),
        true,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false);
  }
}

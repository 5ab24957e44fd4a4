package io.dataflow.api.model.type;

import io.dataflow.api.model.Brief;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.FromSecret;
import io.dataflow.api.model.Inline;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.NoEffect;
import io.dataflow.api.model.Only;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/// All that is known of one key of a record.
///
/// @param optional the record's component is an `Optional`
/// @param fallback the value when the key is left out, as it would stand in YAML
/// @param refKey the key that takes the value from a Secret
/// @param constant the only value there is
/// @param pattern what a text looks like, as a regular expression
/// @param otherwise what is said of a text that looks otherwise, after the text itself
/// @param noEffect what is done instead of what the field says
/// @param brief the definition in the cluster says little of it
/// @param inline `type` and `config` stand beside the record's other keys
public record Field(
    String name,
    ValueType type,
    boolean optional,
    String doc,
    String example,
    Optional<String> fallback,
    Optional<String> refKey,
    Optional<String> constant,
    Optional<String> pattern,
    Optional<String> otherwise,
    Optional<String> noEffect,
    boolean brief,
    boolean inline) {

  static Field of(RecordComponent component) {
    var type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    if (optional) {
      type = ((ParameterizedType) type).getActualTypeArguments()[0];
    }
    var matching = Optional.ofNullable(component.getAnnotation(Matching.class));
    var doc = Optional.ofNullable(component.getAnnotation(Doc.class));
    return new Field(
        component.getName(),
        ValueType.of(component, type),
        optional,
        doc.map(Doc::value).orElse(""),
        doc.map(Doc::example).orElse(""),
        Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value),
        Optional.ofNullable(component.getAnnotation(FromSecret.class))
            .map(from -> from.value().isEmpty() ? component.getName() + "SecretRef" : from.value()),
        Optional.ofNullable(component.getAnnotation(Only.class)).map(Only::value),
        matching.map(Matching::value),
        matching.map(Matching::otherwise).filter(words -> !words.isEmpty()),
        Optional.ofNullable(component.getAnnotation(NoEffect.class)).map(NoEffect::value),
        component.isAnnotationPresent(Brief.class),
        component.isAnnotationPresent(Inline.class));
  }

  /// What it is for, and that it has no effect where that is so.
  public String fullDoc() {
    return doc + noEffect.map(why -> " No effect yet: " + why + ".").orElse("");
  }

  /// Whether a manifest must have it.
  public boolean required() {
    return !optional && fallback.isEmpty();
  }

  /// The keys that it has in YAML.
  public List<String> keys() {
    if (inline) {
      return ChoiceModel.KEYS;
    }
    return refKey.map(ref -> List.of(name, ref)).orElseGet(() -> List.of(name));
  }
}

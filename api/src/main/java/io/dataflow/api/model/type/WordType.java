package io.dataflow.api.model.type;

import io.dataflow.api.model.Later;
import io.dataflow.api.model.Name;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.yaml.YamlKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One of a few words: an enum. Words that are written in upper case are taken in any case and with
/// `-` for `_`; the others as they stand.
public record WordType(Class<?> type) implements ScalarType {
  private static final ClassValue<Map<String, Object>> VALUES =
      new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
          var values = new LinkedHashMap<String, Object>();
          for (var constant : type.getEnumConstants()) {
            values.put(word((Enum<?>) constant), constant);
          }
          return values;
        }
      };

  /// The constants by their words, in the order of the Java source.
  public Map<String, Object> values() {
    return VALUES.get(type);
  }

  /// Whether a word may be written in any case and with `-` for `_`.
  public boolean isLoose() {
    return values().keySet().stream().allMatch(it -> it.equals(it.toUpperCase(Locale.ROOT)));
  }

  /// How a constant stands in YAML.
  public static String word(Enum<?> constant) {
    try {
      var name = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Name.class);
      return name == null ? constant.name() : name.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is always a field", e);
    }
  }

  @Override
  public String wanted() {
    return "one of " + Words.list(values().keySet());
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return values().keySet().iterator().next();
  }

  @Override
  public Object parse(String text) throws RefusedException {
    if (values().containsKey(text)) {
      return values().get(text);
    }
    var upper = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
    if (values().containsKey(upper)) {
      return values().get(upper);
    }
    throw new RefusedException(Words.refusal(text, values().keySet(), later()));
  }

  /// Words that the documented system has and this version lacks.
  public List<String> later() {
    return Optional.ofNullable(type.getAnnotation(Later.class))
        .map(later -> List.of(later.value()))
        .orElse(List.of());
  }
}

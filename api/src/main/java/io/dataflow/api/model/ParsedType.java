package io.dataflow.api.model;

import io.dataflow.api.model.yaml.YamlKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/// Text in a small language of its own (a condition, a path, a layout of times), read by its class:
/// `public static X parse(String)`, which throws an [IllegalArgumentException] whose message says
/// what is wrong with the text.
public record ParsedType(Class<?> type, MethodHandle parser) implements ScalarType {

  static Optional<ScalarType> of(Class<?> type) {
    try {
      var parser =
          MethodHandles.publicLookup()
              .findStatic(type, "parse", MethodType.methodType(type, String.class));
      return Optional.of(new ParsedType(type, parser));
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return Optional.empty();
    }
  }

  @Override
  public String wanted() {
    return "text";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return "";
  }

  @Override
  public Object parse(String text) throws RefusedException {
    try {
      return parser.invoke(text);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(e.getMessage());
    } catch (Throwable e) {
      throw new IllegalStateException("reading a " + type.getSimpleName(), e);
    }
  }
}

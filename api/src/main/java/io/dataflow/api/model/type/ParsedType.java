package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.yaml.YamlKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;

/// A text with a grammar of its own: a condition, a path, a layout. Its class reads it by
/// `public static X parse(String)`, refuses it by an [IllegalArgumentException], and says in its
/// [Doc] what is wanted and how it looks.
///
/// @param longest the most characters that it may have
public record ParsedType(Class<?> type, Method factory, int longest) implements ScalarType {

  /// The type for a class; empty when the class has no such factory.
  static Optional<ScalarType> of(Class<?> type) {
    for (var method : type.getDeclaredMethods()) {
      if (method.getName().equals("parse")
          && Modifier.isPublic(method.getModifiers())
          && Modifier.isStatic(method.getModifiers())
          && Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class})
          && method.getReturnType() == type
          && type.isAnnotationPresent(Doc.class)) {
        return Optional.of(new ParsedType(type, method, Bounds.TEXT));
      }
    }
    return Optional.empty();
  }

  @Override
  public ParsedType within(int most) {
    return new ParsedType(type, factory, most);
  }

  /// What the text looks like, as a regular expression.
  public Optional<String> pattern() {
    return Optional.ofNullable(type.getAnnotation(Matching.class)).map(Matching::value);
  }

  @Override
  public String wanted() {
    return type.getAnnotation(Doc.class).value();
  }

  @Override
  public boolean accepts(YamlKind kind) {
    return kind == YamlKind.TEXT;
  }

  @Override
  public String example() {
    return type.getAnnotation(Doc.class).example();
  }

  @Override
  public Object parse(String text) throws RefusedException {
    try {
      return factory.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw new RefusedException(refused.getMessage());
      }
      throw new IllegalStateException(e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}

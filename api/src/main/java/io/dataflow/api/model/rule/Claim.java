package io.dataflow.api.model.rule;

import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.FlagType;
import io.dataflow.api.model.type.WordType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Something that is true of a record or is not: in Java, and in CEL where `self` is the record.
sealed interface Claim {
  boolean holds(Values values);

  String cel();

  /// The field has a value, plain or from a Secret; a flag is `true`.
  record Given(Field field) implements Claim {
    @Override
    public boolean holds(Values values) {
      var value = values.of(field);
      if (value instanceof Optional<?> optional) {
        return optional.filter(it -> !Boolean.FALSE.equals(it)).isPresent();
      }
      return value instanceof List<?> list ? !list.isEmpty() : !Boolean.FALSE.equals(value);
    }

    @Override
    public String cel() {
      return field.type() instanceof FlagType
          ? "has(self." + field.name() + ") && self." + field.name()
          : Cel.given(field);
    }
  }

  /// The field has one of these words.
  record At(Field field, WordType type, List<String> words) implements Claim {
    static At of(Field field, List<String> words) {
      if (field.type() instanceof WordType type && type.values().keySet().containsAll(words)) {
        return new At(field, type, words);
      }
      throw new IllegalStateException(field.name() + " has not all of the words " + words);
    }

    @Override
    public boolean holds(Values values) {
      var value = values.of(field);
      var present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      return present instanceof Enum<?> constant && words.contains(WordType.word(constant));
    }

    @Override
    public String cel() {
      var self = "self." + field.name();
      return "has(" + self + ") && " + Cel.in(type.isLoose() ? Cel.word(self) : self, words);
    }
  }

  /// Any of these is true.
  record Any(List<Claim> claims) implements Claim {
    @Override
    public boolean holds(Values values) {
      return claims.stream().anyMatch(claim -> claim.holds(values));
    }

    @Override
    public String cel() {
      return claims.stream().map(Claim::cel).collect(Collectors.joining(" || "));
    }
  }

  /// This is not true.
  record Not(Claim claim) implements Claim {
    @Override
    public boolean holds(Values values) {
      return !claim.holds(values);
    }

    @Override
    public String cel() {
      return "!(" + claim.cel() + ")";
    }
  }

  /// What a record's own method says, and CEL by the side of it.
  record Told(Method method, String cel) implements Claim {
    static Told of(Method method, String cel) {
      if (method.getReturnType() != boolean.class || method.getParameterCount() > 0) {
        throw new IllegalStateException(method + " cannot say whether a rule holds");
      }
      method.setAccessible(true);
      return new Told(method, cel);
    }

    @Override
    public boolean holds(Values values) {
      try {
        return (boolean) method.invoke(values.part(method.getDeclaringClass()));
      } catch (InvocationTargetException | IllegalAccessException e) {
        throw new IllegalStateException("a rule of the model cannot be asked: " + method, e);
      }
    }
  }
}

package io.dataflow.api.model.read;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.secret.Secret;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.ParsedType;
import io.dataflow.api.model.type.SecretType;
import java.util.Arrays;
import java.util.Optional;

/// A field's value out of a Secret.
///
/// @param path where the reference stands
record SecretValue(Field field, SecretRef ref, String path) {
  /// The value; empty when it cannot be had, which then has been reported. Without Secrets to look
  /// into it holds nothing: the rules of the record know an empty text as one not known yet. What
  /// has a grammar of its own is the example then, which is right whatever will stand there.
  Optional<Object> read(ModelReader reader) {
    if (reader.secrets().isEmpty()) {
      return value(reader, field.type() instanceof ParsedType parsed ? parsed.example() : "");
    }
    var text = reader.secrets().get().value(ref);
    if (text.isEmpty()) {
      var remedy = reader.secrets().get().remedy(ref);
      reader.report(new Problem(path, named("is not there. " + remedy)));
    } else if (text.get().isBlank()) {
      reader.report(new Problem(path, named("is empty. Put the value into it.")));
    }
    return text.filter(it -> !it.isBlank()).flatMap(it -> value(reader, it));
  }

  private String named(String what) {
    return "key `" + ref.key() + "` of Secret `" + ref.name() + "` " + what;
  }

  private Optional<Object> value(ModelReader reader, String text) {
    if (!(field.type() instanceof ParsedType parsed)) {
      return Optional.of(value(text));
    }
    try {
      return Optional.of(parsed.parse(text));
    } catch (RefusedException e) {
      // Its words may quote the text, which comes from a Secret.
      reader.report(
          new Problem(path, named("holds what is not " + parsed.wanted() + ". Correct it.")));
      return Optional.empty();
    }
  }

  private Object value(String text) {
    if (field.type() instanceof ListType) {
      return Arrays.stream(text.split(",")).map(String::strip).filter(it -> !it.isEmpty()).toList();
    }
    return field.type() instanceof SecretType ? new Secret(text) : text;
  }
}

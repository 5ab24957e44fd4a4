package io.dataflow.runtime.camel;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;

/// What a component says of a failure, without the record's values and without secrets: neither
/// knows Camel what is in them, nor do we know what a component puts into its sentences.
///
/// @param secrets values that must never be seen
record Redacted(Collection<Secret> secrets) {
  private static final int LONGEST = 300;

  /// Shorter ones are parts of other words, so they are hidden only where they stand alone.
  private static final int TELLING = 4;

  /// The component's exception and the first line of its sentence.
  String words(Throwable failure, Message message) {
    var cause = failure;
    while ((cause instanceof CamelExecutionException
            || cause.getClass() == RuntimeCamelException.class)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    var text = cause.getMessage() == null ? "" : hidden(cause.getMessage(), message);
    var line = text.lines().findFirst().orElse("");
    var name = cause.getClass().getSimpleName();
    var said = line.isBlank() ? name : name + ": " + line.strip();
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
  }

  private String hidden(String text, Message message) {
    var hidden = text;
    for (var secret : secrets) {
      hidden = without(hidden, secret.value());
    }
    hidden = without(hidden, new String(message.bytes(), StandardCharsets.UTF_8).strip());
    hidden = withoutKey(hidden, message.metadata().asMap().get("key"));
    var left = new ArrayDeque<Json>();
    message.json().ifPresent(left::push);
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case JsonObject object -> {
          for (int i = 0; i < object.size(); i++) {
            left.push(object.value(i));
          }
        }
        case JsonArray array -> {
          for (int i = 0; i < array.size(); i++) {
            left.push(array.get(i));
          }
        }
        case JsonScalar scalar -> hidden = without(hidden, scalar);
      }
    }
    return hidden;
  }

  private static String withoutKey(String text, Object key) {
    return key instanceof String word ? without(text, word) : text;
  }

  private static String without(String text, JsonScalar scalar) {
    return switch (scalar.kind()) {
      case STRING, NUMBER -> without(text, scalar.text());
      case BOOLEAN, NULL -> text;
    };
  }

  /// A component may have it as it is, or as it stands in an address.
  private static String without(String text, String value) {
    if (value.isBlank()) {
      return text;
    }
    var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    var hidden = text;
    for (var form : List.of(value, encoded, encoded.replace("+", "%20"))) {
      hidden =
          form.length() < TELLING
              ? hidden.replaceAll("(?<!\\w)" + Pattern.quote(form) + "(?!\\w)", "…")
              : hidden.replace(form, "…");
    }
    return hidden;
  }
}

package io.dataflow.cli.trigger;

import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.schedule.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a trigger runs on this machine: its command, with its variables and those of the run, as
/// Kubernetes puts them in.
///
/// @param index from 0
record TriggerCommand(int index, Trigger trigger, Secrets secrets) {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\(([-._a-zA-Z0-9]+)\\)");

  /// Why it cannot run here; empty when it can.
  Optional<String> obstacle() {
    if (trigger.command().isEmpty()) {
      return Optional.of("it has no `command`, and the image's entry point is not here");
    }
    if (!trigger.envFrom().isEmpty()) {
      return Optional.of("`envFrom` names objects of a cluster");
    }
    return trigger.env().stream().flatMap(it -> lacking(it).stream()).findFirst();
  }

  private Optional<String> lacking(Map<String, Object> variable) {
    return variable.containsKey("valueFrom") && secret(variable).isEmpty()
        ? Optional.of(
            "`env` takes `"
                + variable.get("name")
                + "` from a cluster; only a key of a Secret below --secrets is here")
        : Optional.empty();
  }

  private Optional<String> secret(Map<String, Object> variable) {
    return variable.get("valueFrom") instanceof Map<?, ?> from
            && from.get("secretKeyRef") instanceof Map<?, ?> ref
        ? secrets.value(String.valueOf(ref.get("name")), String.valueOf(ref.get("key")))
        : Optional.empty();
  }

  /// The variables that it gets beside those of this process.
  Map<String, String> variables(Map<String, String> run) {
    var all = new LinkedHashMap<>(run);
    for (var variable : trigger.env()) {
      var value =
          variable.containsKey("valueFrom")
              ? secret(variable).orElse("")
              : expanded(String.valueOf(variable.getOrDefault("value", "")), all);
      all.put(String.valueOf(variable.get("name")), value);
    }
    return all;
  }

  /// The words of its command.
  List<String> words(Map<String, String> variables) {
    var words = new ArrayList<>(trigger.command());
    words.addAll(trigger.args());
    return words.stream().map(word -> expanded(word, variables)).toList();
  }

  /// `$(NAME)` stands for a variable; one that there is not stays as it is.
  private static String expanded(String text, Map<String, String> variables) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(variables.getOrDefault(found.group(1), found.group())));
  }

  /// For people: its name, and what it runs where.
  String shown() {
    var words = new ArrayList<>(trigger.command());
    words.addAll(trigger.args());
    return "%d  %s  %s%s"
        .formatted(
            index,
            trigger.name(index),
            trigger.image(),
            words.isEmpty() ? "" : ": " + String.join(" ", words));
  }
}

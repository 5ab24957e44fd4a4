package io.dataflow.api.model.crd;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// One key of a `config` with all types that have it. There is one schema for all of them: what
/// they agree on. What they do not agree on becomes a rule for each.
final class Members {
  private static final Set<String> SINGLE = Set.of("string", "integer", "boolean");

  private final List<Member> members = new ArrayList<>();
  private String description = "";

  void add(Member member, String words) {
    members.add(member);
    if (description.isEmpty()) {
      description = words;
    } else if (!description.contains(words)) {
      description = description + " For `" + member.type() + "`: " + words;
    }
  }

  Set<String> types() {
    return members.stream().map(Member::type).collect(Collectors.toSet());
  }

  /// The schema, in words that name the types unless all have the key.
  Schema schema(int all) {
    var types = members.stream().map(Member::type).toList();
    var of = types.size() == all ? "" : "Of " + Words.list(types) + ". ";
    return shared().described(of + description);
  }

  /// Whether it may be anything, because the types have no kind of value in common. Rules cannot
  /// look at such a key, not even whether it is there.
  boolean isOpen() {
    return merged(schemas()).isEmpty();
  }

  private Schema shared() {
    return merged(schemas()).orElseGet(Schema::open);
  }

  /// What has to be said of each type by itself, as far as rules can look.
  List<Invariant> invariants() {
    boolean different = !agree(schemas()) && merged(schemas()).isPresent();
    return different
        ? members.stream().flatMap(member -> member.invariants().stream()).toList()
        : List.of();
  }

  private List<Schema> schemas() {
    return members.stream().map(Member::schema).toList();
  }

  private static boolean agree(List<Schema> schemas) {
    return schemas.stream().allMatch(schemas.getFirst()::isLike);
  }

  /// What all of them take; empty when they have no kind of value in common.
  private static Optional<Schema> merged(List<Schema> schemas) {
    if (agree(schemas)) {
      return Optional.of(schemas.getFirst());
    }
    var types = schemas.stream().map(it -> it.key("type").orElse("")).distinct().toList();
    if (types.size() > 1) {
      return Optional.empty();
    }
    var type = types.getFirst().toString();
    if (type.equals("array")) {
      var items = schemas.stream().map(it -> (Schema) it.key("items").orElseThrow()).toList();
      return merged(items).map(item -> Schema.list(item, most("maxItems", schemas)));
    }
    return SINGLE.contains(type) ? Optional.of(widened(type, schemas)) : Optional.empty();
  }

  private static Schema widened(String type, List<Schema> schemas) {
    return type.equals("string") ? Schema.text(most("maxLength", schemas)) : Schema.of(type);
  }

  private static int most(String bound, List<Schema> schemas) {
    return schemas.stream()
        .mapToInt(it -> (Integer) it.key(bound).orElse(Bounds.SHORT_TEXT))
        .max()
        .orElseThrow();
  }
}

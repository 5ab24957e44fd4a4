package io.dataflow.api.model.reference;

import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.secret.SecretRef;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.ListType;
import io.dataflow.api.model.type.RecordModel;
import io.dataflow.api.model.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The model as pages in Markdown: an index with the manifest's own keys, and a page for each
/// source, sink and transformation.
public final class ReferencePages {
  private static final String GENERATED =
      "<!-- Generated from the records of the model; `mvn -q -pl api test -Dregenerate` writes it"
          + " anew. -->\n\n";

  private final Map<String, String> pages = new LinkedHashMap<>();
  private final List<ChoiceModel> choices;

  private ReferencePages(List<ChoiceModel> choices) {
    this.choices = choices;
  }

  /// The pages, by the names of their files.
  ///
  /// @param manifest the record of a whole manifest
  /// @param choices the sealed interfaces whose records have pages of their own
  public static Map<String, String> of(Class<?> manifest, List<Class<?>> choices) {
    var pages = new ReferencePages(choices.stream().map(ChoiceModel::of).toList());
    pages.index(RecordModel.of(manifest));
    for (var choice : pages.choices) {
      for (var name : choice.names()) {
        pages.page(choice, name);
      }
    }
    return pages.pages;
  }

  /// The page of another kind of manifest, whose sources, sinks and transformations have pages
  /// already.
  ///
  /// @param title what people call it
  public static String kind(Class<?> manifest, String title) {
    var record = RecordModel.of(manifest);
    var page = new StringBuilder(GENERATED).append("# " + title + "\n\n").append(record.doc());
    page.append("\n\n```yaml\n")
        .append(String.join("\n", ExampleYaml.of(record)))
        .append("\n```\n\n")
        .append(new FieldTable(record));
    nested(record, page);
    return page.toString();
  }

  private void index(RecordModel manifest) {
    var page = new StringBuilder(GENERATED).append("# Reference\n\n").append(manifest.doc());
    page.append("\n\n```yaml\n")
        .append(String.join("\n", ExampleYaml.of(manifest)))
        .append("\n```\n");
    for (var choice : choices) {
      page.append("\n## ")
          .append(word(choice))
          .append(" types\n\n")
          .append(choice.doc())
          .append("\n\n");
      for (var name : choice.names()) {
        var doc = choice.model(name).orElseThrow().doc();
        page.append("- [`%s`](%s): %s\n".formatted(name, file(choice, name), doc));
      }
      if (!choice.later().isEmpty()) {
        page.append("\nNot in this version yet: ").append(Words.list(choice.later())).append(".\n");
      }
    }
    page.append("\n## manifest\n\n").append(new FieldTable(manifest));
    nested(manifest, page);
    page.append(
            "\n## SecretRef\n\nA key that ends in `SecretRef` takes its value from a Secret and")
        .append(" wins over the plain key. Lists are split at commas.\n\n")
        .append(new FieldTable(RecordModel.of(SecretRef.class)));
    pages.put("README.md", page.toString());
  }

  private void page(ChoiceModel choice, String name) {
    var record = choice.model(name).orElseThrow();
    var page = new StringBuilder(GENERATED);
    page.append("# %s `%s`\n\n%s\n\n```yaml\n".formatted(word(choice), name, record.doc()));
    page.append(String.join("\n", example(choice, name))).append("\n```\n\n");
    page.append(new FieldTable(record));
    nested(record, page);
    if (record.keys().stream().anyMatch(key -> key.endsWith("SecretRef"))) {
      page.append("\nWhat a `…SecretRef` holds: [SecretRef](README.md#secretref).\n");
    }
    pages.put(file(choice, name), page.toString());
  }

  /// How a type stands in a manifest's spec.
  static List<String> example(ChoiceModel choice, String name) {
    var lines = ExampleYaml.of(name, choice.model(name).orElseThrow());
    var all = new ArrayList<String>();
    boolean isStep = word(choice).equals("transformation");
    all.add(isStep ? "transformations:" : word(choice) + ":");
    all.addAll(ExampleYaml.indented(isStep ? ExampleYaml.item(lines) : lines));
    return all;
  }

  private static void nested(RecordModel record, StringBuilder page) {
    for (var field : record.fields()) {
      record(field.type()).ifPresent(below -> section(field, below, page));
    }
  }

  private static void section(Field field, RecordModel below, StringBuilder page) {
    page.append("\n## ").append(field.name()).append("\n\n").append(below.doc()).append("\n\n");
    page.append(new FieldTable(below));
    nested(below, page);
  }

  private static Optional<RecordModel> record(ValueType type) {
    return switch (type) {
      case RecordModel record -> Optional.of(record);
      case ListType list -> record(list.item());
      default -> Optional.empty();
    };
  }

  /// What a person calls it: `source`, `sink`, `transformation`.
  static String word(ChoiceModel choice) {
    return choice.type().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static String file(ChoiceModel choice, String name) {
    return word(choice) + "-" + name + ".md";
  }
}

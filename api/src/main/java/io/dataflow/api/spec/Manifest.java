package io.dataflow.api.spec;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.Words;
import io.dataflow.api.model.read.ModelReader;
import io.dataflow.api.model.read.Outcome;
import io.dataflow.api.model.secret.Secrets;
import io.dataflow.api.model.yaml.Yaml;
import io.dataflow.api.model.yaml.YamlDocument;
import io.dataflow.api.model.yaml.YamlObject;
import io.dataflow.api.model.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One flow as somebody wrote it, YAML or JSON: a whole `DataFlow` or `DataFlowCron`, or its spec
/// alone as in `spec.json`. Nothing here throws for what is written wrong; problems are values.
public final class Manifest {
  private static final String GROUP = "dataflow.dataflow.io/";

  private final Yaml root;
  private final List<Problem> broken;
  private final boolean bare;

  private Manifest(YamlDocument document) {
    this.root = document.root();
    this.bare = isBare(root);
    this.broken = document.problems().stream().map(it -> bare ? it.below("spec") : it).toList();
  }

  /// The flows of a text with one document or several. Documents of other kinds beside them, such
  /// as a Secret, are passed over. What cannot be read is a manifest, too: one with that problem.
  public static List<Manifest> read(String text) {
    var documents = YamlDocument.all(text);
    var flows =
        documents.stream().filter(document -> !isForeign(document)).map(Manifest::new).toList();
    if (flows.isEmpty()) {
      return List.of(lacking(documents));
    }
    return flows;
  }

  /// The one flow of a text.
  public static Manifest parse(String text) {
    var flows = read(text);
    return flows.size() == 1
        ? flows.getFirst()
        : withProblem(
            flows.size() + " flows in one text, where one is wanted. Take the others out.");
  }

  private static Manifest lacking(List<YamlDocument> documents) {
    var kinds =
        documents.stream().flatMap(document -> field(document.root(), "kind").stream()).toList();
    return withProblem(
        documents.isEmpty()
            ? "empty. Write a `kind: DataFlow` with `source` and `sink` in its `spec`."
            : "no `kind: DataFlow` in it, only " + Words.list(kinds) + ".");
  }

  private static Manifest withProblem(String message) {
    return new Manifest(new YamlDocument(YamlScalar.plain(""), List.of(new Problem("", message))));
  }

  private static boolean isForeign(YamlDocument document) {
    return field(document.root(), "apiVersion").filter(it -> !it.startsWith(GROUP)).isPresent()
        && field(document.root(), "kind").filter(it -> !it.startsWith("DataFlow")).isPresent();
  }

  private static boolean isBare(Yaml root) {
    return root instanceof YamlObject object
        && Stream.of("apiVersion", "kind", "metadata", "spec")
            .noneMatch(object.fields()::containsKey)
        && Stream.of("source", "sink").anyMatch(object.fields()::containsKey);
  }

  private static Optional<String> field(Yaml root, String key) {
    return root instanceof YamlObject object
            && object.get(key).orElse(null) instanceof YamlScalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /// The flow's name as it is written; empty when there is none.
  public String name() {
    return root instanceof YamlObject object
        ? object.get("metadata").flatMap(metadata -> field(metadata, "name")).orElse("")
        : "";
  }

  /// All that can be said of it without looking into Secrets, warnings included.
  public List<Problem> problems() {
    return outcome(Optional.empty()).problems();
  }

  /// The flow as far as it is known without looking into Secrets; empty when something is wrong.
  public Optional<DataFlow> outline() {
    return outcome(Optional.empty()).value().map(Found::flow);
  }

  /// Makes the flow of it, with the values of its Secrets.
  public Reading bind(Secrets secrets) {
    var outcome = outcome(Optional.of(secrets));
    return outcome
        .value()
        .<Reading>map(found -> new Reading.Valid(found.flow(), found.cron(), outcome.problems()))
        .orElseGet(() -> new Reading.Invalid(outcome.problems()));
  }

  /// @param cron the whole of a flow on a schedule
  private record Found(DataFlow flow, Optional<DataFlowCron> cron) {
    static Found of(DataFlow flow) {
      return new Found(flow, Optional.empty());
    }

    static Found of(DataFlowCron cron) {
      return new Found(cron.flow(), Optional.of(cron));
    }
  }

  private Outcome<Found> outcome(Optional<Secrets> secrets) {
    if (root.isAbsent()) {
      return new Outcome<>(Optional.empty(), broken);
    }
    var outcome = bare ? ofSpec(secrets) : ofWhole(secrets);
    var problems = new ArrayList<>(broken);
    problems.addAll(outcome.problems());
    return new Outcome<>(outcome.value().filter(_ -> broken.isEmpty()), problems);
  }

  private Outcome<Found> ofSpec(Optional<Secrets> secrets) {
    var spec = ModelReader.read(DataFlowSpec.class, root, "spec", secrets);
    return new Outcome<>(spec.value().map(DataFlow::of).map(Found::of), spec.problems());
  }

  private Outcome<Found> ofWhole(Optional<Secrets> secrets) {
    var kind = field(root, "kind");
    if (kind.filter(DataFlowCron.KIND::equals).isPresent()) {
      var cron = ModelReader.read(DataFlowCron.class, root, "", secrets);
      return new Outcome<>(cron.value().map(Found::of), cron.problems());
    }
    if (root instanceof YamlObject object
        && Stream.of("apiVersion", "kind", "metadata", "spec")
            .noneMatch(object.fields()::containsKey)) {
      return problem(
          "", "no manifest. Write a `kind: DataFlow`, or a spec with `source` and `sink`.");
    }
    var flow = ModelReader.read(DataFlow.class, root, "", secrets);
    return new Outcome<>(flow.value().map(Found::of), flow.problems());
  }

  private static Outcome<Found> problem(String path, String message) {
    return new Outcome<>(Optional.empty(), List.of(new Problem(path, message)));
  }
}

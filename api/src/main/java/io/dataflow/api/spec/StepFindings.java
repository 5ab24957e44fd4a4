package io.dataflow.api.spec;

import io.dataflow.api.condition.Condition;
import io.dataflow.api.condition.Expression;
import io.dataflow.api.condition.Operand;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.YamlPath;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import io.dataflow.api.transformation.CamelCase;
import io.dataflow.api.transformation.Cast;
import io.dataflow.api.transformation.DebeziumUnwrap;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.ExtractField;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Flatten;
import io.dataflow.api.transformation.HeadersToPayload;
import io.dataflow.api.transformation.HoistField;
import io.dataflow.api.transformation.InsertField;
import io.dataflow.api.transformation.Mask;
import io.dataflow.api.transformation.Remove;
import io.dataflow.api.transformation.ReplaceField;
import io.dataflow.api.transformation.Router;
import io.dataflow.api.transformation.Select;
import io.dataflow.api.transformation.SnakeCase;
import io.dataflow.api.transformation.StructFlatten;
import io.dataflow.api.transformation.Timestamp;
import io.dataflow.api.transformation.Timezone;
import io.dataflow.api.transformation.Transformation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Warns of steps that can never find what they look for, because an earlier step has taken it out,
/// and of fields that are named twice. Only of what is certain, whatever the messages are.
public final class StepFindings {
  private final KnownFields fields = new KnownFields();
  private final List<Problem> found = new ArrayList<>();

  private StepFindings() {}

  /// The warnings; their paths begin with `transformations`.
  public static List<Problem> of(List<Step> steps) {
    var findings = new StepFindings();
    for (int i = 0; i < steps.size(); i++) {
      var place = "transformations[" + i + "]";
      var step = steps.get(i);
      step.when().ifPresent(when -> findings.check(place + ".when", when));
      findings.check(place + ".config.", step.transformation());
      new StepEffect(findings.fields, place, step.when().isEmpty()).of(step.transformation());
    }
    return findings.found;
  }

  private void check(String place, Condition condition) {
    lost(condition.expression())
        .ifPresent(
            path ->
                warn(
                    place,
                    "never holds, because `%s` is gone: %s"
                        .formatted(path, fields.taker(path).orElseThrow())));
  }

  /// The lost field for which it can never hold; empty when it may.
  private Optional<Path> lost(Expression expression) {
    return switch (expression) {
      case Expression.And and ->
          and.parts().stream().flatMap(part -> lost(part).stream()).findFirst();
      case Expression.Or or -> {
        var lost = or.parts().stream().map(this::lost).toList();
        yield lost.stream().allMatch(Optional::isPresent) ? lost.getFirst() : Optional.empty();
      }
      case Expression.Not _ -> Optional.empty();
      case Expression.Truthy truthy -> lost(truthy.operand());
      case Expression.Comparison it -> lost(it.left()).or(() -> lost(it.right()));
    };
  }

  private Optional<Path> lost(Operand operand) {
    return operand instanceof Operand.Field(var path)
        ? Optional.of(path).filter(it -> fields.taker(it).isPresent())
        : Optional.empty();
  }

  private void check(String config, Transformation transformation) {
    switch (transformation) {
      case Filter filter -> check(config + "condition", filter.condition());
      case Router router -> {
        for (int i = 0; i < router.routes().size(); i++) {
          check(config + "routes[" + i + "].condition", router.routes().get(i).condition());
        }
      }
      case Select select -> checkAll(config + "fields", select.fields());
      case Remove remove -> checkAll(config + "fields", toRead(remove.fields()));
      case Mask mask -> checkAll(config + "fields", toRead(mask.fields()));
      case Timezone timezone -> checkAll(config + "fields", toRead(timezone.fields()));
      case ReplaceField replace -> {
        // What it renames itself is another matter.
        if (replace.renames().isEmpty()) {
          checkAll(config + "include", toRead(replace.include()));
          checkAll(config + "exclude", toRead(replace.exclude()));
        }
      }
      case Flatten flatten -> check(config + "field", flatten.field().toRead());
      case ExtractField extract -> check(config + "field", extract.field());
      case Cast cast -> {
        twice(config + "spec", cast.spec().keySet());
        for (var field : cast.spec().keySet()) {
          check(YamlPath.field(config + "spec", field.toString()), field.toRead());
        }
      }
      case InsertField insert -> twice(config + "fields", insert.fields().keySet());
      case CamelCase _,
          DebeziumUnwrap _,
          EndpointStep _,
          HeadersToPayload _,
          HoistField _,
          SnakeCase _,
          StructFlatten _,
          Timestamp _ -> {
        // They look for nothing, or for many things.
      }
    }
  }

  /// Warns of keys that are the same field, written in two ways.
  private void twice(String place, Set<FieldPath> keys) {
    var seen = new HashSet<List<String>>();
    for (var key : keys) {
      if (key.toRead().names().filter(names -> !seen.add(names)).isPresent()) {
        found.add(
            Problem.warning(
                place, "`%s` is named before. Take one of the two out.".formatted(key)));
      }
    }
  }

  private static List<Path> toRead(List<FieldPath> fields) {
    return fields.stream().map(FieldPath::toRead).toList();
  }

  private void checkAll(String place, List<Path> paths) {
    var seen = new HashSet<List<String>>();
    for (int i = 0; i < paths.size(); i++) {
      var path = paths.get(i);
      var at = place + "[" + i + "]";
      if (path.names().filter(names -> !seen.add(names)).isPresent()) {
        found.add(
            Problem.warning(at, "`%s` is named before. Take one of the two out.".formatted(path)));
      } else {
        check(at, path);
      }
    }
  }

  private void check(String place, Path path) {
    fields.taker(path).ifPresent(step -> warn(place, "`%s` is gone: %s".formatted(path, step)));
  }

  private void warn(String place, String what) {
    found.add(Problem.warning(place, what + ". Take this out, or put it before that step."));
  }
}

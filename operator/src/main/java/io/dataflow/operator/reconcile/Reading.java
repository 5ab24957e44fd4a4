package io.dataflow.operator.reconcile;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import io.dataflow.operator.desired.FlowInput;
import io.dataflow.operator.desired.FlowName;
import io.dataflow.operator.desired.ProcessorDefaults;
import io.dataflow.operator.desired.Rest;
import io.dataflow.operator.resource.DataFlowResource;
import io.dataflow.operator.secret.FlowSecrets;
import io.dataflow.operator.status.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a flow's spec comes to, together with the Secrets it names.
sealed interface Reading {
  /// It can run.
  record Runnable(FlowInput input) implements Reading {}

  /// It cannot.
  record Wrong(Trouble trouble) implements Reading {}

  /// Reads it.
  ///
  /// @param resetToken names the reset of the checkpoint that processors must have done
  static Reading of(
      DataFlowResource flow,
      FlowSecrets secrets,
      Optional<String> resetToken,
      ProcessorDefaults defaults,
      Instant now) {
    var manifest = Manifest.parse(text(flow));
    return switch (manifest.bind(secrets)) {
      case io.dataflow.api.spec.Reading.Valid(var bound, var _, var _) ->
          new Runnable(
              new FlowInput(
                  FlowName.of(flow),
                  flow.asOwner(),
                  flow.getMetadata().getGeneration(),
                  bound.spec(),
                  flow.getSpec(),
                  secrets.entries(),
                  resetToken,
                  Rest.of(bound.spec(), now),
                  defaults));
      case io.dataflow.api.spec.Reading.Invalid(var problems) -> {
        boolean specIsRight = manifest.problems().stream().noneMatch(Problem::isError);
        yield specIsRight && secrets.isIncomplete()
            ? new Wrong(
                Trouble.lasting(
                    "SecretResolutionFailed", "Failed to resolve secrets: " + words(problems)))
            : new Wrong(Trouble.lasting("InvalidSpec", words(problems)));
      }
    };
  }

  private static String words(List<Problem> problems) {
    return problems.stream()
        .filter(Problem::isError)
        .map(Problem::toString)
        .collect(Collectors.joining("\n"));
  }

  private static String text(DataFlowResource flow) {
    var metadata =
        Map.of(
            "name", flow.getMetadata().getName(), "namespace", flow.getMetadata().getNamespace());
    var whole = JsonMapper.builder().build().createObjectNode();
    whole.put("apiVersion", flow.getApiVersion()).put("kind", flow.getKind());
    whole.putPOJO("metadata", metadata);
    Optional.ofNullable(flow.getSpec()).ifPresent(spec -> whole.set("spec", spec));
    return whole.toString();
  }
}

package io.dataflow.operator.status;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.spec.Manifest;
import io.dataflow.kubernetes.failure.Blocker;
import io.dataflow.operator.secret.ResolvedSecrets;
import java.util.List;
import java.util.stream.Collectors;

/// Why a manifest cannot run.
public final class SpecBlocker {
  private SpecBlocker() {}

  /// Its spec is wrong, or it is right and a Secret is missing.
  ///
  /// @param problems what reading it with its Secrets came to
  public static Blocker of(Manifest manifest, ResolvedSecrets secrets, List<Problem> problems) {
    boolean specIsRight = manifest.problems().stream().noneMatch(Problem::isError);
    return specIsRight && secrets.isIncomplete()
        ? Blocker.terminal(
            "SecretResolutionFailed", "Failed to resolve secrets: " + words(problems))
        : Blocker.terminal("InvalidSpec", words(problems));
  }

  private static String words(List<Problem> problems) {
    return problems.stream()
        .filter(Problem::isError)
        .map(Problem::toString)
        .collect(Collectors.joining("\n"));
  }
}

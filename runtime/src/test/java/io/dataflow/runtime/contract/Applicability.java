package io.dataflow.runtime.contract;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/// Skips a case that does not apply to the connector, with the connector's own reason. The page of
/// the cases is checked against these reasons, so none is skipped that it does not name.
public final class Applicability implements ExecutionCondition {
  /// Made by JUnit.
  public Applicability() {}

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var needs =
        context.getTestMethod().flatMap(it -> AnnotationSupport.findAnnotation(it, Case.class));
    return needs
        .flatMap(each -> reason(each, (Contract) context.getRequiredTestInstance()))
        .map(ConditionEvaluationResult::disabled)
        .orElse(ConditionEvaluationResult.enabled("it applies"));
  }

  /// Why a case does not apply; empty when it does.
  public static Optional<String> reason(Case it, Contract connector) {
    return missing(it, connector).map(connector.without()::get);
  }

  /// What the connector is without that the case needs; empty when it applies.
  public static Optional<Capability> missing(Case it, Contract connector) {
    return Arrays.stream(it.needs()).filter(connector.without()::containsKey).findFirst();
  }
}

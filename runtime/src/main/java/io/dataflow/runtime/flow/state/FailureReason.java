package io.dataflow.runtime.flow.state;

import io.dataflow.runtime.connector.Delivery;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.RejectedRecordsException;
import io.dataflow.runtime.connector.UnavailableException;
import org.apache.camel.util.ObjectHelper;

/// Why a flow ended, for the person who has to mend it.
public final class FailureReason {
  private FailureReason() {}

  /// The sentence that says it, without secrets and values.
  public static String of(Throwable why) {
    var known = ObjectHelper.getException(FlowException.class, why);
    if (known != null) {
      return known.getMessage();
    }
    var rejected = ObjectHelper.getException(RejectedRecordsException.class, why);
    if (rejected != null) {
      return sentence(rejected.getMessage()) + " " + remedy(rejected);
    }
    var unavailable = ObjectHelper.getException(UnavailableException.class, why);
    if (unavailable != null) {
      return unavailable.getMessage();
    }
    return "unexpected: " + why + ". Run again with LOG_LEVEL=debug for the details.";
  }

  /// The same of what Camel says before anything is read: there is no value in it yet, and what it
  /// says first is only that something has failed.
  public static String atStart(Throwable why) {
    var root = why;
    while (root.getCause() != null && root.getClass().getName().startsWith("org.apache.camel.")) {
      root = root.getCause();
    }
    boolean known = ObjectHelper.getException(FlowException.class, why) != null;
    return known || root == why
        ? of(why)
        : "the flow's routes cannot start: %s: %s"
            .formatted(
                root.getClass().getSimpleName(),
                String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip());
  }

  private static String remedy(RejectedRecordsException rejected) {
    return rejected.rejected().getFirst().stage().equals(Delivery.ERRORS)
        ? "What the error sink does not take is not skipped either: change what `spec.errors`"
            + " writes to, so that it takes every record."
        : "Nothing is skipped without an error sink: correct the record or the flow, or add"
            + " `spec.errors`.";
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}

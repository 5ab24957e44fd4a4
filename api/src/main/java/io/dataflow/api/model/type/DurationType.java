package io.dataflow.api.model.type;

import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.yaml.YamlKind;
import java.time.Duration;

/// A length of time as Go and Kubernetes write it.
public record DurationType() implements ScalarType {
  @Override
  public int longest() {
    return Bounds.SHORT_TEXT;
  }

  @Override
  public String wanted() {
    return "a length of time";
  }

  @Override
  public boolean accepts(YamlKind kind) {
    // A bare number is a slip that deserves better words than "wants text".
    return kind == YamlKind.TEXT || kind == YamlKind.WHOLE || kind == YamlKind.FRACTION;
  }

  @Override
  public String example() {
    return "30s";
  }

  @Override
  public Duration parse(String text) throws RefusedException {
    return GoDuration.parse(text);
  }
}

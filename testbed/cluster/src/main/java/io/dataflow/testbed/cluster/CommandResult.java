package io.dataflow.testbed.cluster;

import io.dataflow.testbed.server.ServerException;
import java.util.List;

/// What a program said and how it ended: the exit code, what it wrote as its result, and what it
/// wrote beside it.
public record CommandResult(List<String> command, int code, String output, String errors) {

  /// Whether the program says that it did what it was asked.
  public boolean succeeded() {
    return code == 0;
  }

  /// The output of a program that succeeded; throws with all that it said when it did not.
  public String orThrow() {
    if (!succeeded()) {
      throw new ServerException(
          "`%s` ended with exit code %d:\n%s%s"
              .formatted(String.join(" ", command), code, output, errors));
    }
    return output;
  }
}

package io.dataflow.operator.cron.run;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The id of a run: what its processor's Job says in a label, or eight digits made of the Job's
/// UID. Not of its name: a Job that is started by hand may have the name of one that is gone.
public final class RunId {
  private RunId() {}

  public static String of(Job processor) {
    return labelled(processor).orElseGet(() -> digest(processor.getMetadata().getUid()));
  }

  public static Optional<String> labelled(Job job) {
    return Optional.ofNullable(job.getMetadata().getLabels())
        .map(labels -> labels.get(CronName.RUN_LABEL))
        .filter(label -> !label.isEmpty());
  }

  /// Eight hexadecimal digits that stand for a text.
  public static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

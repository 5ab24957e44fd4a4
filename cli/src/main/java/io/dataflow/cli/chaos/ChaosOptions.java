package io.dataflow.cli.chaos;

import io.dataflow.api.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What may be chosen of a run.
///
/// @param kills how many processors are killed
/// @param seed what all choices come from
/// @param rate records a second that the source is fed with
/// @param numberField the field by which records are told apart
/// @param like messages that records are made like, beside the fields of their own
/// @param secrets where the values of the flow's Secrets are
public record ChaosOptions(
    int kills,
    long seed,
    int rate,
    String numberField,
    List<JsonObject> like,
    Optional<Path> secrets) {
  /// The field with a record's number, when nothing else is said.
  public static final String NUMBER_FIELD = "seq";

  /// Records a second, when nothing else is said.
  public static final int RATE = 1000;

  /// So many kills and a seed, everything else as usual.
  public static ChaosOptions of(int kills, long seed) {
    return new ChaosOptions(kills, seed, RATE, NUMBER_FIELD, List.of(), Optional.empty());
  }
}

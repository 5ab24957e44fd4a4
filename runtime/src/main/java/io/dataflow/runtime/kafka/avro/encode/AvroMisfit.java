package io.dataflow.runtime.kafka.avro.encode;

/// A value that its schema does not take. The message says where it is and what is wanted there,
/// without the value.
public final class AvroMisfit extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NAME_MOST = 60;

  private final String path;
  private final String reason;

  /// @param reason what is wrong, as the end of a sentence that begins with the path
  AvroMisfit(String reason) {
    this("", reason);
  }

  private AvroMisfit(String path, String reason) {
    // One for each bad record, so it carries no stack trace.
    super("`$" + path + "` " + reason, null, false, false);
    this.path = path;
    this.reason = reason;
  }

  /// The same, seen from around the value.
  ///
  /// @param step from there to here: `[3]`
  AvroMisfit inside(String step) {
    return new AvroMisfit(step + path, reason);
  }

  /// The same, seen from the object that has the value in the field.
  AvroMisfit insideField(String name) {
    var shown = name.length() <= NAME_MOST ? name : name.substring(0, NAME_MOST) + "…";
    return inside("." + shown);
  }
}

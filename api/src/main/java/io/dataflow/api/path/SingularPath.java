package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.List;
import java.util.Optional;

/// Where one value is (`docs/conditions-and-paths.md`): names and indexes alone, `a.b`,
/// `items.0.sku`, so that it leads to one place and no more (RFC 9535 calls that singular). Parsed
/// once, at start.
@Doc(value = "the path of one field", example = "$.customer.id")
@Matching(Path.PATTERN)
public final class SingularPath {
  private final Path path;
  private final FieldPath field;

  private SingularPath(Path path, FieldPath field) {
    this.path = path;
    this.field = field;
  }

  /// Reads a path.
  ///
  /// @throws PathException when it is none, or may lead to several values
  public static SingularPath parse(String text) {
    var field = FieldPath.parse(text);
    var path = Path.parse(text);
    if (path.names().isEmpty()) {
      throw new PathException(
          "`%s` may mean several fields, and one is wanted here. Name it, for example"
                  .formatted(text)
              + " `customer.id` or `items.0`.",
          1);
    }
    return new SingularPath(path, field);
  }

  /// The value that stands there; empty when there is none.
  public Optional<Json> get(Json root) {
    return path.get(root);
  }

  /// Puts the value there, as [FieldPath#put] does.
  ///
  /// @return whether it could
  public boolean put(Json root, Json value) {
    return field.put(root, value);
  }

  /// Takes the field or element out, if it is there.
  public void remove(Json root) {
    field.remove(root);
  }

  /// Takes the field or element out, if it is there, and then the fields on the way to it whose
  /// objects it has left empty.
  public void prune(Json root) {
    prune(root, path.segments());
  }

  private static void prune(Json holder, List<Segment> segments) {
    if (!(segments.getFirst() instanceof Segment.Named named)) {
      return;
    }
    var slot = Slot.of(holder, named, 0);
    var found = slot.get();
    if (segments.size() == 1) {
      slot.remove();
    } else if (found.isPresent()) {
      prune(found.get(), segments.subList(1, segments.size()));
      if (holder instanceof JsonObject && found.get() instanceof JsonObject it && it.size() == 0) {
        slot.remove();
      }
    }
  }

  /// The same path, to read.
  public Path toRead() {
    return path;
  }

  /// The names and indexes on the way, however they were written.
  public List<String> names() {
    return path.names().orElseThrow();
  }

  /// The path as it was written.
  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SingularPath it && it.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}

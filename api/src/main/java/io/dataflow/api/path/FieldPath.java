package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.json.ScalarKind;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.List;
import java.util.function.UnaryOperator;

/// Where to write in a message (`docs/conditions-and-paths.md`): names and indexes, `a.b`,
/// `items.0.sku`, and `#` or `[*]` for every element of an array. Wildcards and queries only read.
/// Parsed once, at start.
@Doc(value = "the path of a field to write", example = "$.customer.id")
@Matching(Path.PATTERN)
public final class FieldPath {
  private static final int PADDING_MAX = 10_000;

  private final Path path;
  private final List<Segment> segments;

  private FieldPath(Path path) {
    this.path = path;
    this.segments = path.segments();
  }

  /// Reads a path.
  ///
  /// @throws PathException when it is none, or can only be read
  public static FieldPath parse(String text) {
    var path = Path.parse(text);
    for (var segment : path.segments()) {
      if (segment instanceof Segment.Like || segment instanceof Segment.Query) {
        throw new PathException(
            "`%s` does not say which field to write: wildcards and queries can only be read."
                    .formatted(text)
                + " Name the field, for example `customer.id`; a backslash before `*`, `?` or `#`"
                + " means the character.",
            1);
      }
    }
    return new FieldPath(path);
  }

  /// Puts the value there. Objects and arrays that are missing on the way, or null, are made; an
  /// index behind an array's end fills up with nulls; `#` in what is missing has nothing to write.
  ///
  /// @return whether it could: not when a text or number is in the way, or a name leads into an
  ///     array; then some elements of a `#` may be written and others not
  public boolean put(Json root, Json value) {
    return put(root, 0, value);
  }

  private boolean put(Json holder, int at, Json value) {
    boolean last = at + 1 == segments.size();
    return switch (segments.get(at)) {
      case Segment.Named named when last -> Slot.of(holder, named, PADDING_MAX).set(value);
      case Segment.Named named -> {
        var slot = Slot.of(holder, named, PADDING_MAX);
        var inner = slot.get().filter(found -> !isNull(found));
        if (inner.isPresent()) {
          yield put(inner.get(), at + 1, value);
        }
        if (segments.get(at + 1) instanceof Segment.Each) {
          yield true;
        }
        var made = made(segments.get(at + 1));
        yield put(made, at + 1, value) && slot.set(made);
      }
      case Segment.Each _ when holder instanceof JsonArray array -> {
        boolean all = true;
        for (int i = 0; i < array.size(); i++) {
          // A copy for each, because what is put in several places may be changed in one.
          if (last) {
            array.set(i, value.copy());
          } else {
            all &= put(array.get(i), at + 1, value.copy());
          }
        }
        yield all;
      }
      case Segment.Each _, Segment.Like _, Segment.Query _ -> false;
    };
  }

  private static boolean isNull(Json value) {
    return value instanceof JsonScalar scalar && scalar.kind() == ScalarKind.NULL;
  }

  private static Json made(Segment next) {
    return next instanceof Segment.Named named && named.index() < 0
        ? JsonObject.empty()
        : JsonArray.of(List.of());
  }

  /// Puts what `change` makes of the value in its place, where there is one. When that is the very
  /// same value, all bytes stay.
  public void replace(Json root, UnaryOperator<Json> change) {
    replace(root, 0, change);
  }

  private void replace(Json holder, int at, UnaryOperator<Json> change) {
    boolean last = at + 1 == segments.size();
    if (segments.get(at) instanceof Segment.Named named) {
      var slot = Slot.of(holder, named, 0);
      var found = slot.get();
      if (found.isPresent() && last) {
        var changed = change.apply(found.get());
        if (changed != found.get()) {
          slot.set(changed);
        }
      } else if (found.isPresent()) {
        replace(found.get(), at + 1, change);
      }
    } else if (holder instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (last) {
          var found = array.get(i);
          var changed = change.apply(found);
          if (changed != found) {
            array.set(i, changed);
          }
        } else {
          replace(array.get(i), at + 1, change);
        }
      }
    }
  }

  /// Takes the field or element out, where it is there.
  public void remove(Json root) {
    remove(root, 0);
  }

  private void remove(Json holder, int at) {
    boolean last = at + 1 == segments.size();
    if (segments.get(at) instanceof Segment.Named named) {
      var slot = Slot.of(holder, named, 0);
      if (last) {
        slot.remove();
      } else {
        slot.get().ifPresent(found -> remove(found, at + 1));
      }
    } else if (holder instanceof JsonArray array) {
      for (int i = array.size() - 1; i >= 0; i--) {
        if (last) {
          array.remove(i);
        } else {
          remove(array.get(i), at + 1);
        }
      }
    }
  }

  /// The same path, to read.
  public Path toRead() {
    return path;
  }

  List<Segment> segments() {
    return segments;
  }

  /// The path as it was written.
  @Override
  public String toString() {
    return path.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldPath field && field.path.equals(path);
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }
}

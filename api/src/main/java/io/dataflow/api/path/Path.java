package io.dataflow.api.path;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonArray;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where to read in a message (`docs/conditions-and-paths.md`): `a.b`, `$.items[0].sku`,
/// `items.#.sku`, `$['a b']`, `a\.b`, `*` and `?` in names, `items.#(sku=="x").price`. Parsed once,
/// at start.
@Doc(value = "the path of a field", example = "$.customer.id")
@Matching(Path.PATTERN)
public final class Path {
  // No dot without a name; what brackets, backslashes and queries hold is not looked into.
  static final String PATTERN = "[^.#\\[\\\\]+([.][^.#\\[\\\\]+)*|[^#\\[\\\\]*[#\\[\\\\](.|\\n)*";

  private final String text;
  private final List<Segment> segments;
  private final FieldName lastName;

  private Path(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
    this.lastName = new FieldName(lastName(text, segments));
  }

  /// Reads a path.
  ///
  /// @throws PathException when it is none
  public static Path parse(String text) {
    return parse(text, 0);
  }

  static Path parse(String text, int depth) {
    return new Path(text, new PathParser(text, depth).segments());
  }

  /// The value that the path leads to; empty when it leads nowhere.
  public Optional<Json> get(Json root) {
    return read(root, 0);
  }

  private Optional<Json> read(Json value, int from) {
    var at = value;
    for (int i = from; i < segments.size(); i++) {
      var segment = segments.get(i);
      // Nearly all are names, and those lead to one value.
      if (!(segment instanceof Segment.Named) && collects(segment, i)) {
        return at instanceof JsonArray array
            ? Optional.of(collect(array, segment, i + 1))
            : Optional.empty();
      }
      var next = segment.in(at);
      if (next.isEmpty()) {
        return next;
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  private boolean collects(Segment segment, int index) {
    return switch (segment) {
      case Segment.Named _, Segment.Like _ -> false;
      case Segment.Each _ -> index + 1 < segments.size();
      case Segment.Query query -> query.all();
    };
  }

  private JsonArray collect(JsonArray array, Segment segment, int from) {
    var found = new ArrayList<Json>();
    for (int i = 0; i < array.size(); i++) {
      var element = array.get(i);
      if (!(segment instanceof Segment.Query query) || query.wanted().test(element)) {
        read(element, from).ifPresent(found::add);
      }
    }
    return JsonArray.of(found);
  }

  /// Puts a copy of the value that the path leads to into another object, under the last name in
  /// the path; nothing when it leads nowhere.
  public void pick(Json root, JsonObject into) {
    var found = get(root);
    if (found.isPresent()) {
      int index = lastName.indexIn(into.shape());
      if (index < 0) {
        into.append(lastName.quoted(), found.get().copy());
      } else {
        into.set(index, found.get().copy());
      }
    }
  }

  private static String lastName(String text, List<Segment> segments) {
    for (var segment : segments.reversed()) {
      if (segment instanceof Segment.Named named) {
        return named.field().name();
      }
    }
    return text;
  }

  /// The name under which [#pick] puts the value.
  public String lastName() {
    return lastName.name();
  }

  /// The names on the way; empty when there is more in the path than names.
  public Optional<List<String>> names() {
    var names = new ArrayList<String>();
    for (var segment : segments) {
      if (!(segment instanceof Segment.Named named)) {
        return Optional.empty();
      }
      names.add(named.field().name());
    }
    return Optional.of(names);
  }

  /// The names up to before the first part that is more than a name; where they lead nowhere, the
  /// whole path does.
  public List<String> leadingNames() {
    return segments.stream()
        .takeWhile(Segment.Named.class::isInstance)
        .map(segment -> ((Segment.Named) segment).field().name())
        .toList();
  }

  List<Segment> segments() {
    return segments;
  }

  /// The path as it was written.
  @Override
  public String toString() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Path path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}

package io.dataflow.api.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Renames all fields of a document in one pass over its bytes, whatever its depth: notes which
/// names change and which fields a later one of the same new name displaces, then copies the rest.
final class NameEdits extends JsonScanner {
  private final UnaryOperator<String> rule;
  private final Nesting open = new Nesting();
  private final Deque<Fields> objects = new ArrayDeque<>();
  private final List<Edit> edits = new ArrayList<>();
  private final List<Place> displaced = new ArrayList<>();

  /// @param bytes a document that the parser has checked
  NameEdits(byte[] bytes, UnaryOperator<String> rule) {
    super(bytes, 0, bytes.length);
    this.rule = rule;
  }

  /// The document with other names; empty when all of them stay.
  Optional<Json> edited() {
    do {
      descend();
      closeWhatEnds();
    } while (!open.isEmpty());
    return edits.isEmpty() ? Optional.empty() : Optional.of(new Copy().all());
  }

  /// Goes into objects and arrays down to a value that holds no others, or to nothing.
  private void descend() {
    for (int b = peek(); b == '{' || b == '['; b = peek()) {
      pos++;
      open.push(b == '{');
      if (b == '{') {
        objects.push(new Fields());
      }
      skipBlanks();
      if (peek() == open.closing()) {
        return;
      }
      nameIfObject();
    }
    skipScalar(peek());
    skipBlanks();
  }

  private void closeWhatEnds() {
    while (!open.isEmpty() && peek() == open.closing()) {
      pos++;
      if (open.inObject()) {
        objects.pop();
      }
      open.pop();
      skipBlanks();
    }
    if (!open.isEmpty()) {
      expect(',');
      skipBlanks();
      nameIfObject();
    }
  }

  private void nameIfObject() {
    if (!open.inObject()) {
      return;
    }
    int from = pos;
    skipString();
    var name = JsonText.decode(bytes, from + 1, pos - 1);
    var renamed = rule.apply(name);
    if (!renamed.equals(name)) {
      edits.add(new Edit(from, pos, JsonText.quoted(renamed)));
    }
    objects.peek().add(renamed, from).ifPresent(displaced::add);
    skipBlanks();
    expect(':');
    skipBlanks();
  }

  /// The fields of an object that is open.
  private static final class Fields {
    private final Map<String, Place> places = new HashMap<>(4);
    private Optional<Place> last = Optional.empty();

    /// Adds a field that begins here; the one that it displaces, if there is one.
    Optional<Place> add(String name, int start) {
      last.ifPresent(it -> it.end = start);
      var place = new Place(start);
      last = Optional.of(place);
      return Optional.ofNullable(places.put(name, place));
    }
  }

  /// From the name of a field to the name of the next one.
  private static final class Place {
    private final int start;
    private int end;

    Place(int start) {
      this.start = start;
    }

    int start() {
      return start;
    }
  }

  private record Edit(int start, int end, byte[] name) {}

  /// The second pass.
  private final class Copy {
    private final Bytes out = new Bytes(end + 16);
    private int from;
    private int next;

    Json all() {
      displaced.sort(Comparator.comparingInt(Place::start));
      for (var edit : edits) {
        upTo(edit.start);
        if (from == edit.start) {
          out.put(edit.name);
          from = edit.end;
        }
      }
      upTo(end);
      var renamed = out.toByteArray();
      return Json.slice(renamed, 0, renamed.length);
    }

    /// Copies up to a place, or has passed it where that lies in something displaced.
    private void upTo(int to) {
      for (; next < displaced.size() && displaced.get(next).start <= to; next++) {
        var place = displaced.get(next);
        if (place.start >= from) {
          out.put(bytes, from, place.start);
          from = place.end;
        }
      }
      if (from < to) {
        out.put(bytes, from, to);
        from = to;
      }
    }
  }
}

package io.dataflow.api.model.yaml;

import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.problem.YamlPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds values from YAML's events. Nothing is ever made from a type's name in the text, an alias
/// may not refer to what it is in, and what aliases multiply is counted before it is looked at.
final class YamlReader {
  private static final int MOST_CHARACTERS = 3_000_000;
  private static final int MOST_VALUES = 200_000;
  private static final int DEEPEST = 100;
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MOST_CHARACTERS).build();

  private final String text;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final Map<Anchor, Yaml> anchors = new HashMap<>();
  private List<Problem> problems = new ArrayList<>();
  private Iterator<Event> events;

  YamlReader(String text) {
    this.text = JsonCharacters.readable(text);
  }

  List<YamlDocument> documents() {
    try {
      if (text.length() > MOST_CHARACTERS) {
        throw new YamlSyntaxException("longer than " + MOST_CHARACTERS + " characters.");
      }
      events = new Parse(SETTINGS).parseString(text).iterator();
      while (events.hasNext()) {
        if (events.next() instanceof DocumentStartEvent) {
          document();
        }
      }
    } catch (YamlSyntaxException e) {
      broken(e.getMessage());
    } catch (YamlEngineException e) {
      broken(YamlSyntax.words(e));
    }
    return documents;
  }

  private void document() {
    problems = new ArrayList<>();
    anchors.clear();
    var root = value(events.next(), "", 0);
    if (!root.isAbsent()) {
      documents.add(new YamlDocument(root, problems));
    }
  }

  private void broken(String message) {
    documents.add(new YamlDocument(YamlScalar.plain(""), List.of(new Problem("", message))));
  }

  private Yaml value(Event event, String path, int depth) {
    if (depth > DEEPEST) {
      throw wrong(event, "more than " + DEEPEST + " levels deep. Make it flatter.");
    }
    var value =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> list(path, depth);
          case MappingStartEvent start -> object(path, depth);
          case AliasEvent alias -> alias(alias);
          default -> throw wrong(event, "no YAML.");
        };
    if (value.size() > MOST_VALUES) {
      throw wrong(event, "more than " + MOST_VALUES + " values. Use fewer aliases.");
    }
    if (!(event instanceof AliasEvent) && event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(anchor -> anchors.put(anchor, value));
    }
    return value;
  }

  private static YamlScalar scalar(ScalarEvent event) {
    return event.getImplicit().canOmitTagInPlainScalar() && event.isPlain()
        ? YamlScalar.plain(event.getValue())
        : new YamlScalar(event.getValue(), YamlKind.TEXT);
  }

  private Yaml alias(AliasEvent alias) {
    return Optional.ofNullable(anchors.get(alias.getAlias()))
        .orElseThrow(
            () ->
                wrong(
                    alias,
                    "a text that begins with `*` refers to nothing above it. Put it in quotes."));
  }

  private YamlList list(String path, int depth) {
    var items = new ArrayList<Yaml>();
    for (var event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(value(event, YamlPath.item(path, items.size()), depth + 1));
    }
    return new YamlList(items);
  }

  private YamlObject object(String path, int depth) {
    var fields = new LinkedHashMap<String, Yaml>();
    var lines = new HashMap<String, Integer>();
    for (var event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw wrong(event, "a key that is not a text. Write `key: value`.");
      }
      var below = YamlPath.field(path, key.getValue());
      int line = key.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
      var first = lines.putIfAbsent(key.getValue(), line);
      var value = value(events.next(), below, depth + 1);
      if (first == null) {
        fields.put(key.getValue(), value);
      } else {
        problems.add(
            new Problem(below, "twice, in lines " + first + " and " + line + ". Remove one."));
      }
    }
    return new YamlObject(fields);
  }

  private static YamlSyntaxException wrong(Event event, String message) {
    return new YamlSyntaxException(YamlSyntax.at(event.getStartMark()) + ": " + message);
  }
}

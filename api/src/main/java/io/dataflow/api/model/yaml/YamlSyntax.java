package io.dataflow.api.model.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The words for what is wrong with a text as YAML. The parser's own words quote the text around,
/// which may be a secret, and say nothing about what to do.
final class YamlSyntax {
  private static final List<String> OPENED =
      List.of(
          "while scanning a quoted scalar",
          "while parsing a flow sequence",
          "while parsing a flow mapping");
  private static final Map<String, String> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put(
        "mapping values are not allowed here",
        "a `:` that cannot stand here. Check the indentation, or put the text in quotes.");
    WORDS.put("could not find expected ':'", "a key without its `:`. Write `key: value`.");
    WORDS.put("found character '\\t", "a tab. Indent with spaces.");
    WORDS.put(
        "found undefined alias",
        "a text that begins with `*` refers to nothing. Put the text in quotes.");
    WORDS.put("found undefined tag handle", "a text that begins with `!`. Put it in quotes.");
    WORDS.put("while scanning a tag", "a text that begins with `!`. Put it in quotes.");
    WORDS.put("while scanning an alias", "a text that begins with `*`. Put it in quotes.");
    WORDS.put("while scanning an anchor", "a text that begins with `&`. Put it in quotes.");
    WORDS.put(
        "while scanning a double-quoted scalar",
        "an unknown `\\` in a text in double quotes. Write `\\\\`, or take single quotes.");
    WORDS.put(
        "while scanning a quoted scalar", "a quote that is never closed. Close it on its line.");
    WORDS.put(
        "while scanning for the next token",
        "a character that no text may begin with. Put the text in quotes.");
    WORDS.put(
        "while parsing a flow sequence",
        "a `[` whose list does not end. Add the missing `,` or `]`.");
    WORDS.put(
        "while parsing a flow mapping",
        "a `{` whose object does not end. Add the missing `,` or `}`.");
    WORDS.put(
        "while parsing a flow node",
        "a value is missing, and the bracket before it is not closed.");
    WORDS.put(
        "while parsing a block mapping",
        "not part of the object around it. Indent its keys by the same number of spaces.");
    WORDS.put(
        "while parsing a block collection",
        "not part of the list around it. Indent its items by the same number of spaces.");
  }

  private YamlSyntax() {}

  static String words(YamlEngineException e) {
    if (!(e instanceof MarkedYamlEngineException marked)) {
      return "a character that YAML does not allow. Save the file as UTF-8 text.";
    }
    // Where a quote or bracket was opened says more than where its end was missed.
    var context = String.valueOf(marked.getContext());
    boolean open = OPENED.stream().anyMatch(context::startsWith);
    var said = at(open ? marked.getContextMark() : marked.getProblemMark()) + ": ";
    for (var known : WORDS.entrySet()) {
      if (marked.getProblem().startsWith(known.getKey()) || context.startsWith(known.getKey())) {
        return said + known.getValue();
      }
    }
    return said + "no YAML. Check the quotes, brackets and indentation there.";
  }

  static String at(Optional<Mark> mark) {
    return mark.map(it -> "line " + (it.getLine() + 1) + ", column " + (it.getColumn() + 1))
        .orElse("somewhere");
  }
}

package io.dataflow.api.transformation;

import io.dataflow.api.json.Renaming;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;

/// Writes the names of fields as `snake_case` (`docs/reference/transformation-snakeCase.md`). A new
/// word begins at an upper-case letter behind a lower-case one or a digit, and at the last one of a
/// run when a lower-case letter follows: `XMLHttpRequest` is `xml_http_request`, `userID123` is
/// `user_id123`.
@Doc(
    "Writes the names of fields as `snake_case`: `XMLHttpRequest` becomes `xml_http_request`. Of"
        + " fields whose names become equal the last one counts.")
public record SnakeCase(
    @Doc(
            "Rename the fields of nested objects and of objects in arrays as well; otherwise only"
                + " those of the message itself.")
        @Default("false")
        boolean deep)
    implements Transformation {
  private static final Renaming NAMES = new Renaming(SnakeCase::name);

  /// What names become.
  public static Renaming names() {
    return NAMES;
  }

  @Override
  public void apply(Message message, Emitter out) {
    message.rename(NAMES, deep);
    out.emit(message);
  }

  private static String name(String name) {
    if (name.codePoints().noneMatch(SnakeCase::isUpper)) {
      return name;
    }
    var snake = new StringBuilder(name.length() + 8);
    int next;
    for (int i = 0; i < name.length(); i = next) {
      int letter = name.codePointAt(i);
      next = i + Character.charCount(letter);
      if (isUpper(letter) && i > 0 && isWordStart(name, i, next)) {
        snake.append('_');
      }
      snake.appendCodePoint(isUpper(letter) ? Character.toLowerCase(letter) : letter);
    }
    return snake.toString();
  }

  private static boolean isWordStart(String name, int at, int next) {
    int before = name.codePointBefore(at);
    return Character.isLowerCase(before)
        || Character.isDigit(before)
        || isUpper(before) && next < name.length() && Character.isLowerCase(name.codePointAt(next));
  }

  private static boolean isUpper(int letter) {
    return Character.isUpperCase(letter) || Character.isTitleCase(letter);
  }
}

package io.dataflow.api.transformation;

import io.dataflow.api.json.Renaming;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;

/// Writes the names of fields as `PascalCase` (`docs/reference/transformation-camelCase.md`): each
/// word between underscores begins with an upper-case letter and keeps the rest, so `user_id_123`
/// is `UserId123` and `api_URL` is `ApiURL`. What has nothing but underscores stays.
@Doc(
    "Writes the names of fields as `PascalCase`: `user_id_123` becomes `UserId123`. Of fields whose"
        + " names become equal the last one counts.")
public record CamelCase(
    @Doc(
            "Rename the fields of nested objects and of objects in arrays as well; otherwise only"
                + " those of the message itself.")
        @Default("false")
        boolean deep)
    implements Transformation {
  private static final Renaming NAMES = new Renaming(CamelCase::name);

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
    var camel = new StringBuilder(name.length());
    boolean begins = true;
    int next;
    for (int i = 0; i < name.length(); i = next) {
      int letter = name.codePointAt(i);
      next = i + Character.charCount(letter);
      if (letter != '_') {
        camel.appendCodePoint(begins ? Character.toUpperCase(letter) : letter);
      }
      begins = letter == '_';
    }
    return camel.isEmpty() ? name : camel.toString();
  }
}

package io.dataflow.api.transformation;

import io.dataflow.api.json.Json;
import io.dataflow.api.json.JsonScalar;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.NotEmpty;
import io.dataflow.api.model.rule.OneOf;
import io.dataflow.api.model.rule.Rule;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Projection;
import io.dataflow.api.transformation.option.Rename;
import java.util.List;

/// Moves fields, then keeps or drops some (`docs/reference/transformation-replaceField.md`).
@Doc(
    "Moves fields to other names and places, in order, then keeps only some fields or drops some;"
        + " what is missing is passed over. With `include` or `exclude`, a record that is not JSON"
        + " is rejected, not passed on.")
@OneOf({"renames", "include", "exclude"})
public record ReplaceField(
    @Doc(
            value =
                "Which fields move where: `old:new`. A value that is there already is"
                    + " overwritten, and objects that become empty go.",
            example = "['customer.name:buyer', 'sku:item.code']")
        @Default("[]")
        @NotEmpty
        List<Rename> renames,
    @Doc(
            value = "The fields to keep, each in its place; all others go.",
            example = "[id, $.customer.name, 'items.#.sku']")
        @Default("[]")
        @NotEmpty
        List<FieldPath> include,
    @Doc(value = "The fields to drop.", example = "[password, $.customer.email]")
        @Default("[]")
        @NotEmpty
        List<FieldPath> exclude)
    implements Transformation {

  @Rule(
      cel = "!has(self.include) || !has(self.exclude)",
      path = "exclude",
      message = "not possible with `include`, which drops all other fields. Remove one of the two.")
  boolean keepsOrDrops() {
    return include.isEmpty() || exclude.isEmpty();
  }

  @Override
  public boolean hides() {
    return !include.isEmpty() || !exclude.isEmpty();
  }

  @Override
  public void apply(Message message, Emitter out) {
    var body = message.json();
    if (body.isPresent() && !(body.get() instanceof JsonScalar)) {
      renames.forEach(rename -> move(rename, body.get()));
      exclude.forEach(field -> field.remove(body.get()));
      if (!include.isEmpty()) {
        message.replace(new Projection(include).of(body.get()));
      }
    }
    out.emit(message);
  }

  private static void move(Rename rename, Json body) {
    var value = rename.from().get(body);
    if (value.isEmpty() || rename.changesNothing()) {
      return;
    }
    rename.from().prune(body);
    if (!rename.to().put(body, value.get())) {
      throw new RecordException(
          "`"
              + rename.to()
              + "` cannot be set: a text, a number or an array stands on its path. Choose another"
              + " place in `renames`.");
    }
  }
}

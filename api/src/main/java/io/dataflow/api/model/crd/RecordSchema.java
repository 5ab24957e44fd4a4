package io.dataflow.api.model.crd;

import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.model.type.Field;
import io.dataflow.api.model.type.RecordModel;
import java.util.Optional;

/// The schema of an object whose keys are a record's.
final class RecordSchema {
  private RecordSchema() {}

  static Schema of(RecordModel record) {
    var schema = Schema.of("object").described(record.doc());
    for (var field : record.fields()) {
      inline(field)
          .ifPresentOrElse(
              choice ->
                  new ChoiceSchema(choice, schema)
                      .schema()
                      .described(record.doc() + ChoiceSchema.examples(choice)),
              () -> new FieldSchema(field).into(schema));
    }
    Invariant.all(record).forEach(schema::holds);
    return schema;
  }

  private static Optional<ChoiceModel> inline(Field field) {
    return field.inline() && field.type() instanceof ChoiceModel choice
        ? Optional.of(choice)
        : Optional.empty();
  }
}

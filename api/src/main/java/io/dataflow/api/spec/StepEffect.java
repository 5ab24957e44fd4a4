package io.dataflow.api.spec;

import io.dataflow.api.json.Renaming;
import io.dataflow.api.path.FieldPath;
import io.dataflow.api.path.Path;
import io.dataflow.api.transformation.CamelCase;
import io.dataflow.api.transformation.Cast;
import io.dataflow.api.transformation.DebeziumUnwrap;
import io.dataflow.api.transformation.EndpointStep;
import io.dataflow.api.transformation.ExtractField;
import io.dataflow.api.transformation.Filter;
import io.dataflow.api.transformation.Flatten;
import io.dataflow.api.transformation.HeadersToPayload;
import io.dataflow.api.transformation.HoistField;
import io.dataflow.api.transformation.InsertField;
import io.dataflow.api.transformation.Mask;
import io.dataflow.api.transformation.Remove;
import io.dataflow.api.transformation.ReplaceField;
import io.dataflow.api.transformation.Router;
import io.dataflow.api.transformation.Select;
import io.dataflow.api.transformation.SnakeCase;
import io.dataflow.api.transformation.StructFlatten;
import io.dataflow.api.transformation.Timestamp;
import io.dataflow.api.transformation.Timezone;
import io.dataflow.api.transformation.Transformation;
import io.dataflow.api.transformation.option.HeaderMapping;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a step does to what is known of the fields.
///
/// @param step the step's place in the manifest
/// @param always whether it works on every message
record StepEffect(KnownFields fields, String step, boolean always) {

  void of(Transformation transformation) {
    switch (transformation) {
      case Remove remove -> take(remove.fields());
      case Select select -> {
        fields.forget();
        if (always) {
          fields.leave(names(select), step);
        }
      }
      case ReplaceField replace -> replaced(replace);
      case InsertField insert -> put(List.copyOf(insert.fields().keySet()));
      case Timestamp timestamp -> put(List.of(timestamp.fieldName()));
      case HeadersToPayload headers ->
          put(headers.mappings().stream().map(HeaderMapping::field).toList());
      case Cast _, Filter _, Mask _, Router _, Timezone _ -> {
        // Values change, and names stay.
      }
      case SnakeCase snake -> rename(SnakeCase.names(), snake.deep());
      case CamelCase camel -> rename(CamelCase.names(), camel.deep());
      case DebeziumUnwrap _,
          EndpointStep _,
          ExtractField _,
          Flatten _,
          HoistField _,
          StructFlatten _ ->
          fields.forget();
    }
  }

  private void rename(Renaming names, boolean deep) {
    fields.forget();
    if (always) {
      fields.rename(names, deep, step);
    }
  }

  private static Set<String> names(Select select) {
    return select.fields().stream().map(Path::lastName).collect(Collectors.toSet());
  }

  private void replaced(ReplaceField replace) {
    for (var rename : replace.renames()) {
      if (!rename.changesNothing()) {
        if (always) {
          fields.take(rename.from().toRead(), step);
        }
        fields.put(rename.to().toRead());
      }
    }
    take(replace.exclude());
    keep(replace.include());
  }

  private void keep(List<FieldPath> kept) {
    var names = kept.stream().map(it -> it.toRead().leadingNames()).toList();
    if (always && !names.isEmpty() && names.stream().noneMatch(List::isEmpty)) {
      fields.leave(names.stream().map(List::getFirst).collect(Collectors.toSet()), step);
    }
  }

  private void take(List<FieldPath> taken) {
    if (always) {
      taken.forEach(field -> fields.take(field.toRead(), step));
    }
  }

  private void put(List<FieldPath> there) {
    there.stream().map(FieldPath::toRead).forEach((Path it) -> fields.put(it));
  }
}

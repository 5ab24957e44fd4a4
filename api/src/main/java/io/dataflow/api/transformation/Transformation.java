package io.dataflow.api.transformation;

import io.dataflow.api.message.Children;
import io.dataflow.api.message.Emitter;
import io.dataflow.api.message.Message;
import io.dataflow.api.model.Doc;
import java.util.Optional;

/// A step on the way from source to sink. Its record components are its configuration, its name is
/// its `type` in YAML. One message in, none to many out; what is not JSON passes unchanged, except
/// by steps that [hide][#hides] something.
@Doc("What happens to a message.")
public sealed interface Transformation
    permits CamelCase,
        Cast,
        DebeziumUnwrap,
        ExtractField,
        Filter,
        Flatten,
        HeadersToPayload,
        HoistField,
        InsertField,
        Mask,
        Remove,
        ReplaceField,
        Router,
        Select,
        SnakeCase,
        StructFlatten,
        Timestamp,
        Timezone,
        EndpointStep {

  /// Whether the step takes values away from whoever reads behind it. What such a step cannot read
  /// is rejected before [#apply]: passed on, it would show what was to be hidden.
  default boolean hides() {
    return false;
  }

  /// Whether the step may make many messages of one.
  default boolean multiplies() {
    return false;
  }

  /// What the message becomes, none of it made yet; then the message must not be used any more.
  /// Empty when it stays one message, and is ready to go on. Only of a step that
  /// [multiplies][#multiplies] messages.
  default Optional<Children> children(Message message) {
    return Optional.empty();
  }

  /// Works on one message.
  ///
  /// @throws RecordException when this message cannot be transformed: it goes to the error sink, in
  ///     the state it arrived in, and the others go on
  void apply(Message message, Emitter out);
}

package io.dataflow.cli.picture;

import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.model.type.ChoiceModel;
import io.dataflow.api.transformation.Transformation;

/// The names of types as a manifest has them.
public final class Types {
  private Types() {}

  /// A source's.
  public static String of(Source source) {
    return ChoiceModel.name(Source.class, source.getClass());
  }

  /// A sink's.
  public static String of(Sink sink) {
    return ChoiceModel.name(Sink.class, sink.getClass());
  }

  /// A transformation's.
  public static String of(Transformation transformation) {
    return ChoiceModel.name(Transformation.class, transformation.getClass());
  }
}

package io.dataflow.cli;

import io.dataflow.api.model.problem.RefusedException;
import io.dataflow.api.model.type.GoDuration;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Times on the command line are written as in a manifest: `500ms`, `3s`, `1h30m`.
final class GoDurationConverter implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    try {
      return GoDuration.parse(text);
    } catch (RefusedException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}

package io.dataflow.kubernetes.failure;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.javaoperatorsdk.operator.processing.event.EventProcessor;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Marker;

/// Keeps out of the log what the framework says of a failure that the reconciler has logged
/// already, once and in a line: the framework repeats it with every try, in a hundred. What fails
/// in the framework itself, such as the removal of a finalizer, nobody else logs, and it stays.
public final class DuplicateErrorFilter extends TurboFilter {
  private static final String FRAMEWORK = EventProcessor.class.getName();

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] words, Throwable thrown) {
    return FRAMEWORK.equals(logger.getName())
            && Stream.ofNullable(words).flatMap(Stream::of).anyMatch(DuplicateErrorFilter::isTold)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  private static boolean isTold(Object word) {
    return word instanceof Throwable failure
        && Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
            .anyMatch(it -> it instanceof ApplyException || it instanceof ApiServerException);
  }
}

package io.dataflow.runtime.contract;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.dataflow.runtime.log.Logging;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/// Everything that is said while it is open: the log at the level `debug`, stack traces included,
/// and what a case adds to it.
public final class CapturedOutput implements AutoCloseable {
  private final List<String> texts = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final AppenderBase<ILoggingEvent> ear =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          texts.add(event.getLoggerName() + ": " + event.getFormattedMessage());
          for (var at = event.getThrowableProxy(); at != null; at = at.getCause()) {
            texts.add(at.getClassName() + ": " + at.getMessage());
          }
        }
      };

  /// Listens from now on.
  public CapturedOutput() {
    Logging.level("debug");
    ear.setContext(root.getLoggerContext());
    ear.start();
    root.addAppender(ear);
  }

  /// Adds what an exception says, its causes and suppressed ones included.
  public void add(Throwable thrown) {
    texts.add(String.valueOf(thrown));
    for (var suppressed : thrown.getSuppressed()) {
      add(suppressed);
    }
    if (thrown.getCause() != null) {
      add(thrown.getCause());
    }
  }

  /// Adds a text.
  public void add(String text) {
    texts.add(text);
  }

  /// Whatever holds one of these; empty when all is well.
  public List<String> holding(List<String> secrets) {
    return texts.stream().filter(text -> secrets.stream().anyMatch(text::contains)).toList();
  }

  /// How much was said.
  public int size() {
    return texts.size();
  }

  @Override
  public void close() {
    root.detachAppender(ear);
    ear.stop();
    Logging.level("info");
  }
}

package io.dataflow.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// A line for people: time, level, what happened. A stack trace only when debugging.
final class PlainLines extends LayoutBase<ILoggingEvent> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final ThrowableProxyConverter trace = new ThrowableProxyConverter();

  @Override
  public void start() {
    trace.start();
    super.start();
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = new StringBuilder();
    line.append(TIME.format(event.getInstant())).append(' ');
    line.append("%-5s ".formatted(event.getLevel()));
    line.append(event.getFormattedMessage()).append('\n');
    if (event.getThrowableProxy() != null && event.getLevel().toInt() <= Level.DEBUG_INT) {
      line.append(trace.convert(event));
    }
    return line.toString();
  }
}

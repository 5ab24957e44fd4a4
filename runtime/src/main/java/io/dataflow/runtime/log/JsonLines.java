package io.dataflow.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import io.dataflow.api.json.JsonObject;
import io.dataflow.api.json.JsonScalar;
import java.util.Locale;

/// A JSON object a line, with the keys of `docs/operations.md` (`dataflow_name`,
/// `dataflow_namespace`) from the logging context.
final class JsonLines extends LayoutBase<ILoggingEvent> {
  private final ThrowableProxyConverter trace = new ThrowableProxyConverter();

  @Override
  public void start() {
    trace.start();
    super.start();
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    var line = JsonObject.empty();
    line.put("ts", JsonScalar.of(event.getInstant().toString()));
    line.put("level", JsonScalar.of(event.getLevel().toString().toLowerCase(Locale.ROOT)));
    line.put("logger", JsonScalar.of(event.getLoggerName()));
    line.put("msg", JsonScalar.of(event.getFormattedMessage()));
    context.getCopyOfPropertyMap().forEach((key, value) -> line.put(key, JsonScalar.of(value)));
    if (event.getThrowableProxy() != null && event.getLevel().toInt() <= Level.DEBUG_INT) {
      line.put("stack", JsonScalar.of(trace.convert(event)));
    }
    return line + "\n";
  }
}

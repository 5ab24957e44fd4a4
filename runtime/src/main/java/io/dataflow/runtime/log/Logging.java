package io.dataflow.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is logged and how, without a configuration file to look for at start. `LOG_LEVEL` (debug,
/// info, warn, error) sets our own level; of what others log only errors are shown (what a broken
/// connection means is said by us), with `debug` all from `info` on. `LOG_FORMAT=json` writes a
/// JSON object a line, which is what a pod does; else lines are for people. All of it goes to
/// stderr.
public final class Logging extends ContextAwareBase implements Configurator {
  private static final String OURS = "io.dataflow";

  /// Kafka's client says as an error that a batch is full, which is how the source bounds one.
  private static final String FULL_BATCHES =
      "org.apache.kafka.clients.consumer.internals.CompletedFetch";

  /// For logback, which finds it as a service.
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var layout =
        setting("LOG_FORMAT").filter("json"::equalsIgnoreCase).isPresent()
            ? new JsonLines()
            : new PlainLines();
    layout.setContext(context);
    layout.start();
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setLayout(layout);
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
    setLevel(context, level());
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /// Sets our own level from here on: `debug`, `info`, `warn` or `error`. Anything else is `info`,
  /// and a warning: a processor that works is worth more than its log.
  public static void level(String name) {
    var level = Optional.ofNullable(Level.toLevel(name, null));
    setLevel((LoggerContext) LoggerFactory.getILoggerFactory(), level.orElse(Level.INFO));
    if (level.isEmpty() && !name.isBlank()) {
      LoggerFactory.getLogger(Logging.class)
          .warn("log level `{}` is none, `info` is used. Write debug, info, warn or error.", name);
    }
  }

  /// Says in every JSON line which flow this is.
  public static void flow(String namespace, String name) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.putProperty("dataflow_namespace", namespace);
    context.putProperty("dataflow_name", name);
  }

  private static void setLevel(LoggerContext context, Level ours) {
    var debug = ours.toInt() <= Level.DEBUG_INT;
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(debug ? Level.INFO : Level.ERROR);
    context.getLogger(FULL_BATCHES).setLevel(Level.OFF);
    context.getLogger(OURS).setLevel(ours);
  }

  private static Level level() {
    return Level.toLevel(setting("LOG_LEVEL").orElse(""), Level.INFO);
  }

  private static Optional<String> setting(String name) {
    return Optional.ofNullable(System.getProperty(name))
        .or(() -> Optional.ofNullable(System.getenv(name)));
  }
}

package io.dataflow.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(Logging.class);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

  private List<String> said(String level) {
    heard.start();
    logger.addAppender(heard);
    Logging.level(level);
    return heard.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @AfterEach
  void asBefore() {
    logger.detachAppender(heard);
    Logging.level("info");
  }

  @Test
  void aLevelThatIsNoneIsInfoAndAWarning() {
    assertThat(said("loud"))
        .containsExactly(
            "log level `loud` is none, `info` is used. Write debug, info, warn or error.");
    assertThat(logger.isInfoEnabled()).isTrue();
    assertThat(logger.isDebugEnabled()).isFalse();
  }

  @Test
  void aLevelMayBeWrittenInCapitalsOrNotAtAll() {
    assertThat(said("WARN")).isEmpty();
    assertThat(logger.isInfoEnabled()).isFalse();
    assertThat(said("")).isEmpty();
    assertThat(logger.isInfoEnabled()).isTrue();
  }
}

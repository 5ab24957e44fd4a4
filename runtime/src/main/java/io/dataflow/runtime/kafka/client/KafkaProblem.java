package io.dataflow.runtime.kafka.client;

import io.dataflow.runtime.connector.ErrorType;
import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Says what is wrong with a Kafka connector in the words of its user.
public final class KafkaProblem {
  private KafkaProblem() {}

  /// Trouble that may pass.
  public static UnavailableException unavailable(String connector, Exception e) {
    var type = e instanceof TimeoutException ? ErrorType.TIMEOUT : ErrorType.CONNECTION_ERROR;
    return new UnavailableException(
        type,
        connector
            + ": the brokers do not answer ("
            + e.getMessage()
            + "). Look whether they run and whether `brokers`, `securityProtocol` and `tls` are"
            + " right.",
        e);
  }

  /// Whether a client could not be made because the DNS knows none of the brokers, which may pass.
  public static boolean isUnresolved(Throwable e) {
    return root(e) instanceof ConfigException config
        && config.getMessage().startsWith("No resolvable bootstrap urls");
  }

  /// Brokers whose names the DNS does not know.
  public static UnavailableException unresolved(String connector, Exception e) {
    return new UnavailableException(
        ErrorType.CONNECTION_ERROR,
        connector
            + ": no name in `brokers` can be resolved. Look whether they are right and whether the"
            + " DNS answers.",
        e);
  }

  /// What it means that a client cannot be made.
  ///
  /// @throws FlowException when trying again does not help
  public static UnavailableException unmade(String connector, KafkaException e) {
    if (isUnresolved(e)) {
      return unresolved(connector, e);
    }
    throw unusable(connector, e);
  }

  /// What a failure of the brokers means for the flow.
  ///
  /// @throws FlowException when trying again does not help
  public static UnavailableException failure(String connector, String topic, Exception e) {
    if (e instanceof RetriableException && !(e instanceof UnknownTopicOrPartitionException)) {
      return unavailable(connector, e);
    }
    throw fatal(connector, topic, e);
  }

  /// Settings that no client can be made with: certificates that are none, a login in a wrong form.
  public static FlowException unusable(String connector, Exception e) {
    return new FlowException(
        connector
            + ": the client cannot be made with these settings ("
            + root(e).getMessage()
            + "). Correct `brokers`, `tls` or `sasl`.",
        e);
  }

  /// Whether another member has joined the group with this one's name.
  public static boolean isFenced(Throwable e) {
    return e instanceof FencedInstanceIdException || e.getCause() != null && isFenced(e.getCause());
  }

  private static Throwable root(Throwable e) {
    var root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /// Trouble that stays until somebody changes something.
  public static FlowException fatal(String connector, String topic, Exception e) {
    var said = connector + ": ";
    if (isFenced(e)) {
      return new FlowException(
          said
              + "another processor of this flow has taken the place of this one in the consumer"
              + " group. One at a time can run with `replicas: 1`; set `spec.replicas` to run"
              + " several.",
          e);
    }
    return switch (e) {
      case UnknownTopicOrPartitionException gone -> missing(said, topic, gone);
      case InvalidTopicException gone -> missing(said, topic, gone);
      case AuthenticationException refused ->
          new FlowException(
              said
                  + "the brokers refuse the login ("
                  + refused.getMessage()
                  + "). Correct `sasl` or `tls`, or the user's password on the broker.",
              refused);
      case AuthorizationException refused ->
          new FlowException(
              said
                  + "not allowed ("
                  + refused.getMessage()
                  + "). Give the user the right to the topic and the consumer group.",
              refused);
      default -> new FlowException(said + "topic `" + topic + "`: " + e.getMessage(), e);
    };
  }

  /// What nobody has thought of, and what cannot be loaded.
  public static FlowException unexpected(String connector, Throwable e) {
    if (e instanceof UnsatisfiedLinkError) {
      return new FlowException(
          connector
              + ": the library for the compression of this topic cannot be loaded ("
              + e.getMessage()
              + "). Mount the folder for temporary files without `noexec`.",
          e);
    }
    return new FlowException(connector + ": unexpected: " + e, e);
  }

  private static FlowException missing(String said, String topic, Exception e) {
    return new FlowException(
        said + "topic `" + topic + "` does not exist. Create it, or correct `config.topic`.", e);
  }
}

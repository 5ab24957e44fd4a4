package io.dataflow.runtime.kafka.value;

import io.dataflow.runtime.connector.FlowException;
import io.dataflow.runtime.connector.UnavailableException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;

/// Values cannot be decoded for now: what they need is away. In the words of Kafka's client, which
/// then gives the same record again with its next poll.
public final class AwayException extends SerializationException {
  private static final long serialVersionUID = 1L;

  private final UnavailableException why;

  /// Because of what is away.
  public AwayException(UnavailableException why) {
    super(why.getMessage(), why);
    this.why = why;
  }

  /// Why a poll of Kafka's client has failed at a value.
  ///
  /// @throws FlowException when polling again does not help
  /// @throws KafkaException when it was no value that the poll has failed at
  public static UnavailableException of(KafkaException failure) {
    if (failure.getCause() instanceof FlowException lasting) {
      throw lasting;
    }
    if (failure.getCause() instanceof AwayException away) {
      return away.why;
    }
    throw failure;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}

package io.dataflow.runtime.kafka;

import io.dataflow.runtime.connector.UnavailableException;
import io.dataflow.runtime.kafka.client.KafkaProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Asks the brokers for the id of a topic, which no later topic of the same name has.
record SourceIdentity(String brokers, String topic, Map<String, String> login) {
  private static final String CONNECTOR = "source kafka";
  private static final String PATIENCE_MS = "10000";

  /// The topic's id.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when it cannot be had
  String topicId() throws UnavailableException {
    var properties = new HashMap<String, Object>(login);
    properties.put("bootstrap.servers", brokers);
    properties.put("default.api.timeout.ms", PATIENCE_MS);
    properties.put("request.timeout.ms", PATIENCE_MS);
    try (var admin = Admin.create(properties)) {
      var topics = admin.describeTopics(List.of(topic)).allTopicNames().get();
      return topics.get(topic).topicId().toString();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      var cause = (Exception) e.getCause();
      if (cause instanceof RetriableException
          && !(cause instanceof UnknownTopicOrPartitionException)) {
        throw KafkaProblem.unavailable(CONNECTOR, cause);
      }
      throw KafkaProblem.fatal(CONNECTOR, topic, cause);
    } catch (KafkaException e) {
      if (KafkaProblem.isUnresolved(e)) {
        throw KafkaProblem.unresolved(CONNECTOR, e);
      }
      throw KafkaProblem.unusable(CONNECTOR, e);
    }
  }
}

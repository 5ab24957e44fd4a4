package io.dataflow.runtime.kafka.client;

import io.dataflow.runtime.connector.UnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Something that only the brokers can tell of a topic or a group, asked for by a client that lives
/// no longer than the answer takes.
///
/// @param connector for messages: `sink:main kafka`
/// @param topic that it is about
/// @param properties address and login
public record AdminRequest(String connector, String topic, Map<String, Object> properties) {
  private static final String PATIENCE_MS = "10000";

  /// What is asked for.
  public interface Call<T> {
    /// Asks, and waits for the answer.
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }

  /// The answer.
  ///
  /// @throws io.dataflow.runtime.connector.FlowException when there will never be one
  public <T> T answer(Call<T> call) throws UnavailableException {
    var all = new HashMap<>(properties);
    all.put("default.api.timeout.ms", PATIENCE_MS);
    all.put("request.timeout.ms", PATIENCE_MS);
    try (var admin = Admin.create(all)) {
      return call.ask(admin);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw KafkaProblem.failure(connector, topic, (Exception) e.getCause());
    } catch (KafkaException e) {
      throw KafkaProblem.unmade(connector, e);
    }
  }
}

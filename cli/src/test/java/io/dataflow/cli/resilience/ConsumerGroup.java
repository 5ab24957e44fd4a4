package io.dataflow.cli.resilience;

import io.dataflow.testbed.KafkaServer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// The processors that read a topic together, from the broker's side.
record ConsumerGroup(KafkaServer server, String name) {

  /// Who is in it, and how many partitions each one reads.
  Map<String, Integer> members() {
    try (var admin = admin()) {
      return members(admin).stream()
          .collect(
              Collectors.toMap(
                  MemberDescription::consumerId,
                  member -> member.assignment().topicPartitions().size()));
    }
  }

  private Collection<MemberDescription> members(Admin admin) {
    try {
      return admin.describeConsumerGroups(List.of(name)).all().get().get(name).members();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw new AssertionError(failure);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  private Admin admin() {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", server.bootstrap()));
  }
}

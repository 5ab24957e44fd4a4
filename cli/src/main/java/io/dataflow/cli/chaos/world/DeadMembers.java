package io.dataflow.cli.chaos.world;

import io.dataflow.testbed.KafkaServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// Takes members of a consumer group out that were killed: the broker does it by itself, but only
/// after their session has timed out, and a run would spend its time waiting for that.
public record DeadMembers(KafkaServer server, String group) {

  /// Takes out whoever is in the group. Nobody who lives may be in it.
  public void forget() throws InterruptedException {
    var settings = Map.<String, Object>of("bootstrap.servers", server.bootstrap());
    try (var admin = Admin.create(settings)) {
      var described = admin.describeConsumerGroups(List.of(group)).all().get().get(group);
      if (!described.members().isEmpty()) {
        var all = new RemoveMembersFromConsumerGroupOptions();
        admin.removeMembersFromConsumerGroup(group, all).all().get();
      }
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw new IllegalStateException("the group " + group + " cannot be cleared", e.getCause());
      }
    }
  }
}

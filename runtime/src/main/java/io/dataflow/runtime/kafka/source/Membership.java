package io.dataflow.runtime.kafka.source;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A processor's place in its consumer group. Whoever joins with the name (`group.instance.id`) of
/// a member that has crashed gets that one's partitions at once, and the group refuses the one
/// before it from then on. But a member with a name keeps its place when it closes its client, so
/// that one which ends for good must give it up itself.
final class Membership {
  private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Optional<String> id;
  private volatile boolean held;

  Membership(Optional<String> id) {
    this.id = id;
  }

  Optional<String> id() {
    return id;
  }

  /// The group has given partitions to this processor.
  void joined() {
    held = true;
  }

  /// Another processor has this one's name and place now.
  void lost() {
    held = false;
  }

  /// Gives up the place, so that the group divides the partitions anew at once and not when it
  /// misses this member.
  void leave(Map<String, Object> properties, String group) {
    if (id.isEmpty() || !held) {
      return;
    }
    held = false;
    var us = Set.of(new MemberToRemove(id.get()));
    try (var admin = Admin.create(properties)) {
      admin
          .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions(us))
          .all()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      LOG.info(
          "source kafka: the group `{}` was not told of the end ({}); it notices by itself within"
              + " 10 s",
          group,
          e.getMessage());
    }
  }
}

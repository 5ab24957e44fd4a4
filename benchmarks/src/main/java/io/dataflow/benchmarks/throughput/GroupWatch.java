package io.dataflow.benchmarks.throughput;

import io.dataflow.benchmarks.measure.MeasuredProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// Sees from outside when a consumer has asked for its first poll: its group then has partitions.
/// That is the same moment for all contestants, whatever they are written in.
public record GroupWatch(String brokers, String group) {
  private static final Duration STEP = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// Waits until a member has partitions, and returns that moment.
  public Instant awaitAssignment(MeasuredProcess process) {
    var deadline = Instant.now().plus(LIMIT);
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", brokers))) {
      while (!isAssigned(admin)) {
        process.mustBeAlive();
        if (Instant.now().isAfter(deadline)) {
          throw new IllegalStateException("group " + group + " has no partitions after " + LIMIT);
        }
        LockSupport.parkNanos(STEP.toNanos());
      }
      return Instant.now();
    }
  }

  private boolean isAssigned(Admin admin) {
    try {
      var described = admin.describeConsumerGroups(List.of(group)).all().get();
      return hasPartitions(described.get(group));
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof GroupIdNotFoundException) {
        return false;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static boolean hasPartitions(ConsumerGroupDescription description) {
    return description.members().stream()
        .anyMatch(member -> !member.assignment().topicPartitions().isEmpty());
  }
}

package io.dataflow.kubernetes.leader;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes this replica the leader when no other one is, and says when it is not any more.
///
/// It leads for a limited time after the beginning of the last renewal that came through, and not
/// for a moment longer, whatever hangs: the network, the API server, or this process itself. Who
/// has lost the Lease does not get it back: a process that may have stood still starts anew.
public final class LeaderElection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeaderElection.class);
  private static final int TIMEOUT = 3_000;
  private static final long WATCH = 200;

  private enum State {
    WAITING,
    LEADING,
    ENDED
  }

  private final LeaseLock lease;
  private final LeaseTimings timings;
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("leader-election-", 0).factory());
  private State state = State.WAITING;
  private volatile boolean leads;
  private volatile long end;

  /// @param client whose calls end soon, as [#quick] makes them
  /// @param identity this replica's, which no other one has
  public LeaderElection(
      KubernetesClient client,
      String namespace,
      String name,
      String identity,
      LeaseTimings timings) {
    this.lease = new LeaseLock(client, namespace, name, identity, timings.leaseDuration());
    this.timings = timings;
  }

  /// A client that does not wait for long and does not try again: a renewal that comes too late is
  /// of no use.
  public static KubernetesClient quick(Config access) {
    var config =
        new ConfigBuilder(access)
            .withConnectionTimeout(TIMEOUT)
            .withRequestTimeout(TIMEOUT)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder().withConfig(config).build();
  }

  /// Begins to try.
  ///
  /// @param gained is called once, when this replica leads
  /// @param lost is called once, when it does not any more though nobody has closed this
  public void start(Runnable gained, Runnable lost) {
    long retry = timings.retryPeriod().toMillis();
    threads.scheduleWithFixedDelay(() -> renew(gained), 0, retry, TimeUnit.MILLISECONDS);
    threads.scheduleWithFixedDelay(() -> watch(lost), WATCH, WATCH, TimeUnit.MILLISECONDS);
  }

  /// Whether this replica leads at this moment.
  public boolean isLeader() {
    return leads && System.nanoTime() - end < 0;
  }

  private void renew(Runnable gained) {
    long begun = System.nanoTime();
    try {
      boolean taken = lease.isTaken();
      if (note(taken, begun)) {
        LOG.info("this replica leads");
        gained.run();
      }
    } catch (KubernetesClientException e) {
      LOG.warn("the Lease cannot be had or renewed: {}", e.getMessage());
    }
  }

  /// Returns whether it leads from now on.
  private synchronized boolean note(boolean taken, long begun) {
    if (state == State.ENDED) {
      return false;
    }
    boolean begins = taken && state == State.WAITING;
    if (taken && (begins || isLeader())) {
      end = begun + timings.renewDeadline().toNanos();
      leads = true;
      state = State.LEADING;
    } else if (state == State.LEADING) {
      leads = false;
    }
    return begins;
  }

  private void watch(Runnable lost) {
    synchronized (this) {
      if (state != State.LEADING || isLeader()) {
        return;
      }
      leads = false;
      state = State.ENDED;
    }
    LOG.error("the Lease is lost: another replica leads, or this one could not renew it in time");
    lost.run();
  }

  /// Gives the Lease back, so that another replica has it at once. Nothing may be written after
  /// that.
  @Override
  public void close() {
    threads.shutdownNow();
    boolean held;
    synchronized (this) {
      held = isLeader();
      leads = false;
      state = State.ENDED;
    }
    if (held) {
      try {
        lease.release();
      } catch (KubernetesClientException e) {
        LOG.warn("the Lease is not given back, and runs out by itself: {}", e.getMessage());
      }
    }
  }
}

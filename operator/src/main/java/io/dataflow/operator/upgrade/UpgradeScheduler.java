package io.dataflow.operator.upgrade;

import io.dataflow.operator.workload.FlowName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rolls an upgrade out to a few flows at a time. There are few slots, and a flow that does not
/// become ready keeps its own: an image that does not work breaks as many flows as there are slots,
/// and no more.
///
/// Deployments are annotated while they hold a slot, and the annotations are read once, before the
/// first decision: an operator that has taken over continues where the other one has stopped. Only
/// the leader decides.
public final class UpgradeScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(UpgradeScheduler.class);

  private final int slots;
  private final Supplier<Collection<FlowName>> marked;
  private final Predicate<FlowName> exists;
  private final Consumer<FlowName> requeue;

  /// The flows that hold a slot, and whether each is failing.
  private final Map<FlowName, Boolean> rolling = new LinkedHashMap<>();

  private final Set<FlowName> waiting = new LinkedHashSet<>();
  private boolean known;
  private boolean blocked;
  private boolean stopped;

  /// @param slots flows that may be rolling at once
  /// @param marked those that were rolling when this began
  /// @param exists whether there is such a flow: one may go unnoticed
  /// @param requeue has a flow reconciled soon
  public UpgradeScheduler(
      int slots,
      Supplier<Collection<FlowName>> marked,
      Predicate<FlowName> exists,
      Consumer<FlowName> requeue) {
    this.slots = slots;
    this.marked = marked;
    this.exists = exists;
    this.requeue = requeue;
  }

  /// What the flow may do now.
  public synchronized UpgradeDecision decide(FlowName flow, DeploymentState state) {
    if (stopped) {
      return UpgradeDecision.of(state, rolling.containsKey(flow), false);
    }
    if (!known) {
      marked.get().forEach(it -> rolling.put(it, false));
      known = true;
    }
    rolling.keySet().removeIf(exists.negate());
    var decision = UpgradeDecision.of(state, rolling.containsKey(flow), rolling.size() < slots);
    switch (decision) {
      case PROCEED -> remove(flow);
      case ROLL -> {
        waiting.remove(flow);
        rolling.put(flow, state.current() && state.failing());
      }
      case HOLD -> waiting.add(flow);
    }
    advance();
    return decision;
  }

  /// The flow is being deleted, or cannot run: it holds no slot and waits for none.
  public synchronized void leave(FlowName flow) {
    remove(flow);
    advance();
  }

  /// Something of the flow could not be applied.
  public synchronized void fail(FlowName flow) {
    rolling.computeIfPresent(flow, (_, _) -> true);
    advance();
  }

  /// Gives no slot away any more, because the operator stops: the caches empty then, and flows that
  /// hold a slot seem to have gone.
  public synchronized void stop() {
    stopped = true;
  }

  private void remove(FlowName flow) {
    rolling.remove(flow);
    waiting.remove(flow);
  }

  private void advance() {
    if (stopped) {
      return;
    }
    requeueNext();
    boolean stuck = !waiting.isEmpty() && failing() >= slots;
    if (stuck && !blocked) {
      LOG.warn(
          "the upgrade of processors has stopped: {} of {} flows being updated do not become ready:"
              + " {}. {} others keep their pods. Give the operator an image that works, or repair"
              + " or suspend these flows",
          failing(),
          rolling.size(),
          names(rolling.keySet()),
          waiting.size());
    } else if (blocked && !stuck) {
      LOG.info("the upgrade of processors goes on: {} flows wait for a slot", waiting.size());
    }
    blocked = stuck;
  }

  private void requeueNext() {
    int free = slots - rolling.size();
    for (var next = waiting.iterator(); free > 0 && next.hasNext(); ) {
      var flow = next.next();
      if (exists.test(flow)) {
        requeue.accept(flow);
        free--;
      } else {
        next.remove();
      }
    }
  }

  private static String names(Collection<FlowName> flows) {
    return List.copyOf(flows).stream().map(FlowName::toString).collect(Collectors.joining(", "));
  }

  /// Flows that wait for a slot.
  public synchronized int waiting() {
    return waiting.size();
  }

  /// Flows that hold a slot.
  public synchronized int rolling() {
    return rolling.size();
  }

  /// Those of them that do not get any further by themselves.
  public synchronized int failing() {
    return (int) rolling.values().stream().filter(it -> it).count();
  }

  /// Whether no flow gets a slot before somebody acts.
  public synchronized boolean isBlocked() {
    return blocked;
  }
}

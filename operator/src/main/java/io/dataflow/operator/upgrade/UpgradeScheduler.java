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

/// Gives the flows their turns in an upgrade. There are few places, and a flow that does not become
/// ready keeps its own: an image that does not work breaks as many flows as there are places, and
/// no more.
///
/// Who holds a place is marked on the Deployments, and read from there once, at the first question:
/// an operator that has taken over goes on where the other one has stopped. Only the one that
/// leads asks.
public final class UpgradeScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(UpgradeScheduler.class);

  private final int places;
  private final Supplier<Collection<FlowName>> marked;
  private final Predicate<FlowName> exists;
  private final Consumer<FlowName> nudge;

  /// Who holds a place, and whether he is failing.
  private final Map<FlowName, Boolean> moving = new LinkedHashMap<>();

  private final Set<FlowName> waiting = new LinkedHashSet<>();
  private boolean known;
  private boolean halted;
  private boolean ended;

  /// @param places flows that may be on their way at once
  /// @param marked those that were on their way when this began
  /// @param exists whether there is such a flow: one may go without a word
  /// @param nudge has a flow ask again
  public UpgradeScheduler(
      int places,
      Supplier<Collection<FlowName>> marked,
      Predicate<FlowName> exists,
      Consumer<FlowName> nudge) {
    this.places = places;
    this.marked = marked;
    this.exists = exists;
    this.nudge = nudge;
  }

  /// The flow's turn.
  public synchronized UpgradeDecision of(FlowName flow, DeploymentState stand) {
    if (ended) {
      return UpgradeDecision.of(stand, moving.containsKey(flow), false);
    }
    if (!known) {
      marked.get().forEach(it -> moving.put(it, false));
      known = true;
    }
    moving.keySet().removeIf(exists.negate());
    var turn = UpgradeDecision.of(stand, moving.containsKey(flow), moving.size() < places);
    switch (turn) {
      case NOW -> drop(flow);
      case MOVE -> {
        waiting.remove(flow);
        moving.put(flow, stand.current() && stand.failing());
      }
      case WAIT -> waiting.add(flow);
    }
    goOn();
    return turn;
  }

  /// The flow is going, or cannot run: it holds no place and waits for none.
  public synchronized void leave(FlowName flow) {
    drop(flow);
    goOn();
  }

  /// Something of the flow could not be made.
  public synchronized void fail(FlowName flow) {
    moving.computeIfPresent(flow, (_, _) -> true);
    goOn();
  }

  /// Gives no place away any more, because the operator stops: what is seen of the flows gets less
  /// and less then, and those that hold a place seem to have gone.
  public synchronized void end() {
    ended = true;
  }

  private void drop(FlowName flow) {
    moving.remove(flow);
    waiting.remove(flow);
  }

  private void goOn() {
    if (ended) {
      return;
    }
    callTheNext();
    boolean stuck = !waiting.isEmpty() && failing() >= places;
    if (stuck && !halted) {
      LOG.warn(
          "the upgrade of processors has stopped: {} of {} flows being updated do not become ready:"
              + " {}. {} others keep their pods. Give the operator an image that works, or repair"
              + " or suspend these flows",
          failing(),
          moving.size(),
          names(moving.keySet()),
          waiting.size());
    } else if (halted && !stuck) {
      LOG.info("the upgrade of processors goes on: {} flows wait for their turn", waiting.size());
    }
    halted = stuck;
  }

  private void callTheNext() {
    int free = places - moving.size();
    for (var next = waiting.iterator(); free > 0 && next.hasNext(); ) {
      var flow = next.next();
      if (exists.test(flow)) {
        nudge.accept(flow);
        free--;
      } else {
        next.remove();
      }
    }
  }

  private static String names(Collection<FlowName> flows) {
    return List.copyOf(flows).stream().map(FlowName::toString).collect(Collectors.joining(", "));
  }

  /// Flows that wait for their turn.
  public synchronized int waiting() {
    return waiting.size();
  }

  /// Flows on their way.
  public synchronized int moving() {
    return moving.size();
  }

  /// Those of them that do not get any further by themselves.
  public synchronized int failing() {
    return (int) moving.values().stream().filter(it -> it).count();
  }

  /// Whether nobody gets his turn before somebody acts.
  public synchronized boolean isHalted() {
    return halted;
  }
}

package io.dataflow.api.spec;

import io.dataflow.api.connector.KafkaSource;
import io.dataflow.api.connector.Sink;
import io.dataflow.api.connector.Source;
import io.dataflow.api.model.AtMost;
import io.dataflow.api.model.Bounds;
import io.dataflow.api.model.Default;
import io.dataflow.api.model.Doc;
import io.dataflow.api.model.Kubernetes;
import io.dataflow.api.model.NoEffect;
import io.dataflow.api.model.Range;
import io.dataflow.api.model.problem.Problem;
import io.dataflow.api.model.rule.Findings;
import io.dataflow.api.model.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a flow does: a DataFlow's `spec`, and what `spec.json` holds.
@Doc("What the flow does.")
public record DataFlowSpec(
    @Doc("Where messages come from.") Source source,
    @Doc("The steps between, in order.") @Default("[]") @AtMost(Bounds.STEPS)
        List<Step> transformations,
    @Doc("The main destination.") Sink sink,
    @Doc(
            "Where records go that cannot be parsed, transformed or written. Without it the first"
                + " such record stops the flow.")
        Optional<ErrorSink> errors,
    @Doc(
            "How often a record may arrive after a crash. `effectivelyOnce` stores the source's"
                + " position in the sink, in the transaction of the records.")
        @Default("atLeastOnce")
        DeliveryGuarantee delivery,
    @Doc(
            value =
                "Table for the source's positions in the database of each `postgresql` sink, with"
                    + " `delivery: effectivelyOnce`; made when it is missing.",
            example = "flows.dataflow_positions")
        @Default("dataflow_positions")
        String positionsTable,
    @Doc("CPU and memory of the processor's container.") @Kubernetes("core/v1 ResourceRequirements")
        Optional<Map<String, Object>> resources,
    @Doc("Labels of the nodes that may run the processor.")
        Optional<Map<String, String>> nodeSelector,
    @Doc("Where the processor's pods run.") @Kubernetes("core/v1 Affinity")
        Optional<Map<String, Object>> affinity,
    @Doc("Taints that the processor's pods tolerate.")
        @Kubernetes("core/v1 Toleration")
        @Default("[]")
        List<Map<String, Object>> tolerations,
    @Doc("The processor's whole image; wins over `processorVersion`.")
        Optional<String> processorImage,
    @Doc("Tag of the processor's default image.") Optional<String> processorVersion,
    @Doc("Secrets to pull the image with.")
        @Kubernetes("core/v1 LocalObjectReference")
        @Default("[]")
        List<Map<String, Object>> imagePullSecrets,
    @Doc("Keep the position of a polling source.") @Default("true") boolean checkpointPersistence,
    @Doc(
            "Save the position after every acknowledged batch, at most every"
                + " `checkpointSaveInterval`.")
        @Default("false")
        boolean checkpointSyncOnAck,
    @Doc("Time between two saves of the position.") @Default("30s") Duration checkpointSaveInterval,
    @Doc("What is acknowledged to the source at once.")
        @NoEffect("a batch is acknowledged whole")
        @Default("batch")
        AckGranularity ackGranularity,
    @Doc("With `ackGranularity: message`: write message by message, not in batches.")
        @NoEffect("messages are written in batches, and a batch is acknowledged whole")
        Optional<Boolean> collapseBatchOnMessageAck,
    @Doc("Forget the position once, at the next start.") @Default("false") boolean checkpointReset,
    @Doc("Refuse a polling source with a sink that would write repeated rows twice.")
        @Default("false")
        boolean strictIdempotency,
    @Doc(
            "Messages that may wait between reading and writing, and 8 MiB of them at most, or one"
                + " that is longer. No batch holds more, so small numbers make reading slow. Zero"
                + " or less is the default.")
        @Default("5000")
        @Range(max = 100_000)
        int channelBufferSize,
    @Doc(
            "Threads that transform a batch. Order and counts stay; give the pod as many CPUs as"
                + " are to work.")
        @Default("1")
        @Range(min = 1, max = 64)
        int transformWorkers,
    @Doc("Processors of this flow; more than 1 only for `kafka`.") @Default("1") @Range(min = 0)
        int replicas,
    @Doc("Seconds that a processor may take to stop.") @Default("600") @Range(min = 0)
        int terminationGracePeriodSeconds,
    @Doc("When the flow is paused.") Optional<Maintenance> maintenance,
    @Doc(
            value =
                "ConfigMaps that hold route templates and Kamelets, in the flow's namespace. A"
                    + " change of one is seen by the pods that start after it.",
            example = "[shop-templates]")
        @Default("[]")
        @AtMost(16)
        List<String> templates)
    implements Findings {
  private static final int CHANNEL_BUFFER_SIZE = 5000;

  public DataFlowSpec {
    channelBufferSize = channelBufferSize > 0 ? channelBufferSize : CHANNEL_BUFFER_SIZE;
  }

  @Override
  public List<Problem> findings() {
    return EndpointPlace.findings(this);
  }

  @Rule(
      cel = "!has(self.replicas) || self.replicas <= 1 || self.source.type == 'kafka'",
      path = "replicas",
      message = "too large: only a `kafka` source can be shared. Set it to 1.")
  boolean canBeShared() {
    return replicas <= 1 || source instanceof KafkaSource;
  }

  @Rule(
      cel =
          "!has(self.strictIdempotency) || !self.strictIdempotency || self.source.type == 'kafka'"
              + " || has(self.delivery) && self.delivery.trim() == 'effectivelyOnce'"
              + " || has(self.sink.config) && has(self.sink.config.upsertMode)"
              + " && self.sink.config.upsertMode",
      path = "strictIdempotency",
      message =
          "a row that the source brings again would be written again. Take a sink with"
              + " `upsertMode: true`, or remove this.")
  boolean isAsStrictAsAsked() {
    return !strictIdempotency || !mayRepeat();
  }

  @Rule(
      path = "sink",
      message =
          "a row that the source brings again after a crash is written again. Take a sink with"
              + " `upsertMode: true` where that matters.",
      warning = true)
  boolean isKnownToRepeat() {
    return strictIdempotency || !mayRepeat();
  }

  @Rule(
      cel = DeliveryRules.TOPIC_INTO_TOPIC,
      path = "delivery",
      message = DeliveryRules.TABLE_INTO_TOPIC)
  boolean hasAPositionForItsSink() {
    return !isEffectivelyOnce() || DeliveryRules.isStorable(source, sink);
  }

  @Rule(
      cel = DeliveryRules.CURSOR,
      path = "source.config.changeTrackingColumn",
      message = DeliveryRules.NO_CURSOR)
  boolean hasAPosition() {
    return !isEffectivelyOnce() || DeliveryRules.hasPosition(source);
  }

  // A rule in CEL would look at every sink, and cost too much.
  @Rule(path = "delivery", message = DeliveryRules.SNAPSHOT_AGAIN)
  boolean readsOnce() {
    return !isEffectivelyOnce() || DeliveryRules.repeatsNothing(source, sink);
  }

  @Rule(
      cel = DeliveryRules.SETTLED,
      path = "source.config.isolationLevel",
      message = DeliveryRules.TAKEN_BACK)
  boolean readsWhatIsSettled() {
    return !isEffectivelyOnce() || DeliveryRules.isSettled(source);
  }

  @Rule(cel = DeliveryRules.RESET, path = "checkpointReset", message = DeliveryRules.NO_RESET)
  boolean resetsWhatItKeeps() {
    return !isEffectivelyOnce() || !checkpointReset || !source.polls();
  }

  @Rule(
      cel = DeliveryRules.ONE_TRANSACTION,
      path = "delivery",
      message = DeliveryRules.SEVERAL_SINKS)
  boolean fitsOneTransaction() {
    return !isEffectivelyOnce() || DeliveryRules.isOneTransaction(transformations, sink);
  }

  // A rule in CEL would look at every route, and cost too much.
  @Rule(path = "delivery", message = DeliveryRules.NO_PLACE)
  boolean storesItsPositions() {
    return !isEffectivelyOnce() || DeliveryRules.isStoredBySinks(transformations, sink);
  }

  @Rule(path = "delivery", message = DeliveryRules.NO_COMPARISON)
  boolean comparesItsPositions() {
    return !isEffectivelyOnce() || DeliveryRules.comparesPositions(source);
  }

  // A rule in CEL would look at every broker of both, and cost too much.
  @Rule(path = "delivery", message = DeliveryRules.OTHER_CLUSTER)
  boolean knowsOneCluster() {
    return !isEffectivelyOnce() || DeliveryRules.isOneCluster(source, sink);
  }

  /// Whether sinks store the source's position with the records.
  public boolean isEffectivelyOnce() {
    return delivery == DeliveryGuarantee.EFFECTIVELY_ONCE;
  }

  /// What holds for the flow, for people: `effectively once; sink:errors at least once`.
  public String guarantee() {
    return delivery.words(errors.isPresent());
  }

  /// Whether the flow ends at the first record that goes no further, because the source's position
  /// may not pass it: there is no error sink, or its `ackPolicy` is another than `afterWrite`.
  public boolean stopsAtRejected() {
    return errors.filter(sink -> sink.ackPolicy() == AckPolicy.AFTER_WRITE).isEmpty();
  }

  private boolean mayRepeat() {
    return source.polls() && !sink.takesRepeats() && !isEffectivelyOnce();
  }
}

package io.dataflow.testbed;

import io.dataflow.testbed.server.Folder;
import java.util.Optional;

/// The settings file of a broker that is its own controller: small, quick to answer, on loopback.
record KafkaProperties(
    Folder folder,
    int port,
    int controllerPort,
    Optional<KafkaSecurity> security,
    Optional<KafkaProxying> proxying) {

  String text() {
    var doors =
        "PLAINTEXT://"
            + KafkaServer.HOST
            + ":"
            + port
            + security.map(KafkaSecurity::listeners).orElse("");
    var listeners = doors + proxying.map(KafkaProxying::listener).orElse("");
    var advertised = doors + proxying.map(KafkaProxying::advertised).orElse("");
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@%1$s:%2$d
    listeners=%3$s,CONTROLLER://%1$s:%2$d
    advertised.listeners=%4$s
    controller.listener.names=CONTROLLER
    inter.broker.listener.name=PLAINTEXT
    log.dirs=%5$s
    auto.create.topics.enable=false
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    # a killed broker may come back after this long
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=500
    # records of 8 MB are part of the tests
    message.max.bytes=16777216
    log.cleaner.dedupe.buffer.size=4194304
    """
            .formatted(KafkaServer.HOST, controllerPort, listeners, advertised, folder.file("data"))
        + security.map(KafkaSecurity::properties).orElse("")
        + proxying.map(KafkaProxying::properties).orElse("");
  }
}

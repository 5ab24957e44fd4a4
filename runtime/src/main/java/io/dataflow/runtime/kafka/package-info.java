/// `type: kafka`. The source on camel-kafka is in `source`, the sink in `sink`, what both need of
/// Kafka's client in `client`, and of a schema registry in `registry`; values become the
/// flow's bodies and back in `value`, Avro JSON in `avro`, and JSON Avro in `avro.encode`.
///
/// [KafkaMark] is a batch's place in a topic, as the source gives it and a sink on the same cluster
/// commits it.
package io.dataflow.runtime.kafka;

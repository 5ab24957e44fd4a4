/// The whole system on one machine: a real control plane, the operator and processors as pods of
/// it, Kafka and PostgreSQL. What `./dataflow cluster` runs, and what the whole system is tested
/// on.
package io.dataflow.cluster;

/// A schema registry that speaks Confluent's interface, as source and sink of `type: kafka` use it.
///
/// - [RegistryClient] asks it, [RegistryAnswer] is what it says; [RegistryTls] is its
///   `tls`
/// - [RegisteredSchemas] gets the schema that has an id, with those that it refers to, or looks
///   whether there is one;
///   [SubjectSchemas] has those of one subject, and adds to them
package io.dataflow.runtime.kafka.registry;

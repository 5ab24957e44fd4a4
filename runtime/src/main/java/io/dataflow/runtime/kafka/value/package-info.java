/// What the value of a record becomes before the flow sees it, by the source's `format`.
///
/// - [ValueDecoder] is the choice; [AvroDecoder] that of `avro`, which keeps what it has worked out
///   for each schema in [KnownSchemas]
/// - [Undecodable] is a value that its schema cannot read, [AwayException] that a registry does not
///   answer
package io.dataflow.runtime.kafka.value;

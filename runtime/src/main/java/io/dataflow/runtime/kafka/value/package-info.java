/// What the value of a record becomes before the flow sees it, by the source's `format`, and what a
/// message's body becomes as the value of a record, by the sink's.
///
/// - [ValueDecoder] is the choice; [AvroDecoder] that of `avro`, [JsonSchemaDecoder] that of
///   `jsonSchema`. They keep what they have worked out for each schema in [KnownSchemas], and know
///   its id by the [RegistryForm] of the value
/// - [Undecodable] is a value that its schema cannot read, [AwayException] that a registry does not
///   answer
/// - [BodyEncoder] is the choice of the sink, [AvroEncoder] that of `avro`
/// - [OwnSchema] is the schema that the manifest brings
package io.dataflow.runtime.kafka.value;

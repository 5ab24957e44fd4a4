/// JSON becomes Avro's binary form, from the slices of the body to bytes, without a tree of records
/// between; what `kafka.avro` has made of a message becomes the same message again.
///
/// - [AvroWriter] writes the messages of one schema; [EncodingPlan] makes it of the schema, once
/// - [Encoding] is the writing of one type: [RecordEncoding], [UnionEncoding],
///   [ContainerEncodings], [NumberEncodings], [DecimalEncodings], [TextEncodings],
///   [TimeEncodings], [BinaryEncodings]
/// - [AvroOutput] is what is written, [AvroMisfit] a value that its schema does not take
/// - [DerivedSchema] is the schema that records without one have, by the [Guess] of each of their
///   values
package io.dataflow.runtime.kafka.avro.encode;

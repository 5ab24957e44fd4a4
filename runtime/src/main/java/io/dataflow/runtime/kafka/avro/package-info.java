/// Avro's binary form becomes JSON, from bytes to bytes, without a tree of records between.
///
/// - [AvroReader] reads the messages of one schema; [Plan] makes it of the schema that they were
///   written with and the one that they are to be read with, once for each pair
/// - [Value] is the reading of one type: [Containers], [Records], [Primitives] with
///   [ScalarJson], [LogicalScalars] with [Moments]; [Skipped] is what nobody wants
/// - [AvroInput] is a message's bytes, from which nothing is taken that is not there; [AvroFault]
///   is what is wrong with them
package io.dataflow.runtime.kafka.avro;

/// The steps alone, without source, route and sink.
///
/// - `Steps`: the command
/// - `ChainReport`: chains of steps, against loops by hand (package `loop`)
/// - `AloneReport`: each transformation as it is `Alone`
/// - `WorkersReport`: a chain by one thread and by two
/// - `AvroReport`: Avro into JSON, against the loop of `AvroHand`
package io.dataflow.benchmarks.steps;

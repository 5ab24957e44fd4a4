/// Sinks that a `Writer` says all of: a [WriterSink] has a [DeliveryProcessor] as the one step of
/// its route.
package io.dataflow.runtime.connector.writer;

/// Sources that are not asked with SQL: a connector brings a [BatchReader], and [ReaderSource]
/// makes a source of it. What reads it is a small Camel component, `batches:<name>`, so that such
/// a source is a route with a consumer like any other, and JMX shows it: [BatchesComponent],
/// [BatchesEndpoint], [BatchesConsumer].
package io.dataflow.runtime.connector.reader;

/// What goes to the error sink in place of a record that could not be parsed, transformed or
/// written: [DeadLetters] are such records on their way, [ErrorEnvelope] makes the body in one of
/// the [EnvelopeForm]s, [ErrorMetadata] its metadata.
package io.dataflow.runtime.flow.deadletter;

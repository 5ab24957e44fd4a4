/// What goes to the error sink in place of a record that could not be parsed, transformed or
/// written: [ErrorEnvelope] makes the body, [ErrorMetadata] its metadata.
package io.dataflow.runtime.flow.deadletter;

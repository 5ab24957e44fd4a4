/// The processor: [FlowRunner] runs one flow in this process.
///
/// The flow itself is in `flow`, the interface to connectors in `connector`, each connector in a
/// package of its name; `checkpoint`, `cluster`, `health`, `log` and `metrics` are around them.
package io.dataflow.runtime;

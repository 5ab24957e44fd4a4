/// Samples: a directory with a flow, messages that go in and messages that must come out.
package io.dataflow.cli.sample;

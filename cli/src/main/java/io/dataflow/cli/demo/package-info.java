/// The demo: a flow at work on servers of its own, and the proof that nothing was lost.
package io.dataflow.cli.demo;

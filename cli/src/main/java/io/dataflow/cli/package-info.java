/// The commands of `./dataflow`.
package io.dataflow.cli;

/// What a person sees: colours where they are wanted, tables, lines that are drawn in their place.
package io.dataflow.cli.terminal;

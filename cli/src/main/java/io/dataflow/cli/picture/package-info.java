/// A flow as a person sees it on a terminal.
package io.dataflow.cli.picture;

/// How a running flow gets on, for a person who watches.
package io.dataflow.cli.progress;

/// The operator's end: what it has to let go of before it is taken away.
package io.dataflow.operator.uninstall;

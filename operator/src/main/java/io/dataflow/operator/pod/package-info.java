/// Asking pods, any of which may be hostile.
package io.dataflow.operator.pod;

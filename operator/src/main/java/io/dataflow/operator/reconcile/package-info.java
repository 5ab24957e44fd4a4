/// Joins what should be with what is.
package io.dataflow.operator.reconcile;

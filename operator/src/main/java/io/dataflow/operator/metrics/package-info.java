/// What the operator measures, and the processors' metrics gathered.
package io.dataflow.operator.metrics;

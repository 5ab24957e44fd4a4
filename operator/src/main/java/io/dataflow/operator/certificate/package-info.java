/// The webhook's certificate: mounted or made here, renewed while it serves.
package io.dataflow.operator.certificate;

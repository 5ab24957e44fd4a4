/// What flows take from Secrets, and who watches those.
package io.dataflow.operator.secret;

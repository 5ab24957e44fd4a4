/// How connectors encrypt what they send and say who they are.
package io.dataflow.api.connector.security;

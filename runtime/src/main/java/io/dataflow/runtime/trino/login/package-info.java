/// Who Trino is told that the client is: a [Login], by [KeycloakLogin] with a token that is
/// renewed.
package io.dataflow.runtime.trino.login;

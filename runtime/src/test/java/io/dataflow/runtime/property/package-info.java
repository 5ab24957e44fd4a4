/// What holds of the routes of any flow: `RoutePropertyTest`, with steps and messages that chance
/// has made.
package io.dataflow.runtime.property;

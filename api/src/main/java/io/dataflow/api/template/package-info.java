/// Route templates and Kamelets of a flow's author, as far as they can be judged without Camel.
///
/// - `Templates`: those at hand, by name; `TemplateFile`: what a file holds
/// - `RouteTemplate` with its `TemplateParameter`s
/// - `RouteSteps`: what the steps of a template name; `Schemes`: which of it is allowed
/// - `EndpointCheck`: what is wrong with a flow's endpoints, all at once
package io.dataflow.api.template;

/// The page of metrics: the operator's own, and those of its pods, which it asks for them.
///
/// - `MetricsPage`: the page; `CachedScrape`: for how long it is good enough
/// - `MetricsGatherer`, `PodScraper`, `ScrapedPod`, `ScrapeResult`: ask the pods
/// - `MetricsAggregator`: puts together what they say; `ScrapeRules`, `ScrapeLimits`
package io.dataflow.kubernetes.metrics.scrape;

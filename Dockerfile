# DataFlow in one image: the operator as /manager, the processor as /processor, on a Java made small.
#
#   docker build -t dataflow .
#   docker run --rm dataflow /manager --help
#
# `image/check` does the same steps without an engine.

FROM eclipse-temurin:25 AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/maven \
    mvn -q -B -Dmaven.repo.local=/maven -Dmaven.test.skip=true -pl cli,operator -am package
RUN image/lay-out "$JAVA_HOME" /image && mv "$JAVA_HOME" /jdk

# A shell for the two scripts, a C library, and nothing else that is ours to keep up to date.
FROM debian:stable-slim AS image
COPY --from=build /image/ /

# The caches fit the Java, the jars and the paths of the image, and so they are made in it. The
# servers that this takes stay here.
FROM image AS trained
COPY --from=build /jdk /jdk
COPY --from=build /src/cli/target/dataflow /demo
COPY samples/demo /samples/demo
COPY image/train /train
WORKDIR /
RUN /train / /jdk /demo

FROM image
ARG VERSION=dev
LABEL org.opencontainers.image.title="DataFlow" \
      org.opencontainers.image.description="Operator and processor of declarative data pipelines" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION"
COPY --from=trained /opt/dataflow/operator.aot /opt/dataflow/processor.aot /opt/dataflow/
USER 65532:65532
EXPOSE 9090 9091 9443
CMD ["/manager"]

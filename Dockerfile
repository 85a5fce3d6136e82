# Images of ddbsql:
#
#   docker build -t ddbsql .                                        the server: one static program, nothing else
#   docker build -t ddbsql-alternator --target alternator .         `ddbsql conformance` with what the suite alternator needs
#   docker build -t ddbsql-conformance --target conformance .       with what all suites need
#
# Other base images, a proxy for Go modules and the version to report are build arguments. Without BuildKit, name the target
# (`--target ddbsql`): the old builder makes every stage above the one that is asked for.
ARG GO_IMAGE=golang:1.26-trixie
ARG RUST_IMAGE=rust:1-slim-trixie
ARG BASE_IMAGE=debian:trixie-slim

# The compiler runs on the builder's own processor, whichever the image is for. Without BuildKit there is no BUILDPLATFORM, and
# "linux" is Linux on this processor.
FROM --platform=${BUILDPLATFORM:-linux} ${GO_IMAGE} AS build
ARG GOPROXY
ARG GOSUMDB
WORKDIR /src
ARG TARGETOS
ARG TARGETARCH
COPY go.mod go.sum ./
COPY scripts/build.sh scripts/
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH scripts/build.sh --dependencies
COPY . .
ARG VERSION
RUN GOOS=$TARGETOS GOARCH=$TARGETARCH scripts/build.sh /out/usr/local/bin/ddbsql
# The rest of the server's file system: who it runs as, whom it trusts, where it writes. Called `java` it takes DynamoDB Local's
# command line, and root is known because people have `user: root` for folders of theirs.
RUN ln -s ddbsql /out/usr/local/bin/java \
    && mkdir -p /out/etc/ssl/certs /out/data /out/tmp && chmod 1777 /out/tmp && chown 65532:65532 /out/data \
    && cp /etc/ssl/certs/ca-certificates.crt /out/etc/ssl/certs/ \
    && printf '%s\n' 'root:x:0:0::/:/' 'ddbsql:x:65532:65532::/data:/' >/out/etc/passwd \
    && printf '%s\n' 'root:x:0:' 'ddbsql:x:65532:' >/out/etc/group

FROM scratch AS ddbsql
ARG VERSION
LABEL org.opencontainers.image.title="ddbsql" \
    org.opencontainers.image.description="DynamoDB's API on SQLite or Postgres" \
    org.opencontainers.image.source="https://github.com/ddbsql/ddbsql" \
    org.opencontainers.image.documentation="https://github.com/ddbsql/ddbsql#readme" \
    org.opencontainers.image.licenses="Apache-2.0" \
    org.opencontainers.image.version="${VERSION}"
COPY --from=build /out/ /
# Defaults by the weakest of the names, so that a variable or flag of any other name wins over them.
ENV PATH=/usr/local/bin GATEWAY_LISTEN=0.0.0.0:8000 DDBSQL_DB=sqlite:/data/ddbsql.db
USER 65532:65532
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=5s --timeout=6s --start-period=30s --retries=3 CMD ["ddbsql", "healthcheck"]
ENTRYPOINT ["ddbsql"]

# `ddbsql conformance` as an image: suites lie as in a checkout, in /ddbsql, and write into /ddbsql/conformance/results, which the
# caller mounts. Alternator's cases are taken from /scylla if the caller mounts them there, else fetched.
FROM ${BASE_IMAGE} AS alternator
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates git openssl python3 python3-venv \
    && rm -rf /var/lib/apt/lists/* \
    && git config --system safe.directory '*'
ENV XDG_CACHE_HOME=/var/cache
WORKDIR /ddbsql
COPY conformance/images/entrypoint.sh /usr/local/bin/
COPY conformance/suites/alternator conformance/suites/alternator
COPY --from=build /out/usr/local/bin/ddbsql /usr/local/bin/
ARG PIP_INDEX_URL
RUN entrypoint.sh set-up
ENTRYPOINT ["entrypoint.sh"]
CMD ["list"]

FROM ${GO_IMAGE} AS go
FROM ${RUST_IMAGE} AS rust

# Every suite with the languages of its drivers and the browser of its tools. What they fetch is fetched now, not in each run.
FROM alternator AS conformance
RUN apt-get update \
    && apt-get install -y --no-install-recommends chromium default-jdk-headless gcc libc6-dev make maven nodejs npm python3-dev \
    && rm -rf /var/lib/apt/lists/*
COPY --from=rust /usr/local /usr/local
COPY --from=go /usr/local/go /usr/local/go
ENV PATH=/usr/local/go/bin:/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    RUSTUP_HOME=/usr/local/rustup
COPY . .
ARG GOPROXY
ARG GOSUMDB
ARG NPM_CONFIG_REGISTRY
ARG PIP_INDEX_URL
RUN entrypoint.sh set-up

# What `docker build .` makes.
FROM ddbsql

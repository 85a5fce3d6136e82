#!/usr/bin/env bash
# Makes images that stand in for those of a public registry, for places that reach none: a Debian mirror and this machine's Go and
# Rust are all it takes. They carry the public images' names, so that Dockerfile and docker-compose.yml find them as they are.
#
#   conformance/images/stand-in.sh [debian|go|rust|postgres ...]      all four by default; an image that is there is kept
#
# Names by BASE_IMAGE, GO_IMAGE, RUST_IMAGE and POSTGRES_IMAGE, the mirror by DEBIAN_MIRROR. Certificate authorities that this
# machine trusts beyond Debian's are trusted in the images, too. Needs root, Docker's engine, debootstrap, openssl.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

suite=trixie
base_image=${BASE_IMAGE:-debian:$suite-slim}
go_image=${GO_IMAGE:-golang:1.26-$suite}
rust_image=${RUST_IMAGE:-rust:1-slim-$suite}
postgres_image=${POSTGRES_IMAGE:-postgres:17}
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# there IMAGE says whether the engine has it.
there() { docker image inspect "$1" >/dev/null 2>&1; }

# build IMAGE builds it from the context on standard input, a tar file with a Dockerfile.
build() { docker build --network host --build-arg "BASE_IMAGE=$base_image" --tag "$1" -; }

# split_certificates FILE FOLDER writes a file for each certificate of a PEM file, named by its fingerprint.
split_certificates() {
    local piece
    mkdir -p "$2"
    awk -v folder="$2" '/BEGIN CERTIFICATE/ {n++} n {print > (folder "/" n ".pem")}' "$1"
    for piece in "$2"/*.pem; do
        mv "$piece" "$2/$(openssl x509 -in "$piece" -noout -fingerprint -sha256 | tr -d ':' | cut -d= -f2).crt"
    done
}

# trust ROOT adds this machine's authorities to those of the Debian at ROOT.
trust() {
    local bundle=/etc/ssl/certs/ca-certificates.crt certificate
    [ -s "$bundle" ] || return 0
    split_certificates "$bundle" "$work/ours"
    split_certificates "$1$bundle" "$work/theirs"
    for certificate in "$work"/ours/*.crt; do
        [ -e "$work/theirs/${certificate##*/}" ] || cp "$certificate" "$1/usr/local/share/ca-certificates/"
    done
    chroot "$1" update-ca-certificates
}

make_debian() {
    there "$base_image" && return
    local root="$work/$suite"
    debootstrap --variant=minbase --include=ca-certificates "$suite" "$root" "$mirror"
    trust "$root"
    rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
    tar -C "$root" --exclude=./dev --exclude=./proc --exclude=./sys -c . | docker import --change 'CMD ["bash"]' - "$base_image"
}

make_go() {
    there "$go_image" && return
    make_debian
    mkdir -p "$work/go-image"
    cat >"$work/go-image/Dockerfile" <<'DOCKERFILE'
ARG BASE_IMAGE
FROM ${BASE_IMAGE}
ENV PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin GOPATH=/go GOTOOLCHAIN=local
COPY go /usr/local/go
DOCKERFILE
    tar -c -C "$work/go-image" Dockerfile -C "$(go env GOROOT)/.." --transform "s,^$(basename "$(go env GOROOT)"),go," \
        "$(basename "$(go env GOROOT)")" | build "$go_image"
}

make_rust() {
    there "$rust_image" && return
    make_debian
    local sysroot
    sysroot=$(rustc --print sysroot)
    mkdir -p "$work/rust-image"
    cat >"$work/rust-image/Dockerfile" <<'DOCKERFILE'
ARG BASE_IMAGE
FROM ${BASE_IMAGE}
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
COPY rust /usr/local
DOCKERFILE
    tar -c -C "$work/rust-image" Dockerfile -C "$sysroot" --transform 's,^\(bin\|lib\),rust/\1,' bin lib | build "$rust_image"
}

make_postgres() {
    there "$postgres_image" && return
    make_debian
    tar -c -C "$here/postgres" . | build "$postgres_image"
}

[ $# -gt 0 ] || set -- debian go rust postgres
for image; do
    case "$image" in
    debian | go | rust | postgres) "make_$image" ;;
    *) echo "no stand-in for $image: debian, go, rust or postgres" >&2; exit 2 ;;
    esac
done

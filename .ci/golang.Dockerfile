# A stand-in for the official Go image, for machines that reach no image registry: this machine's toolchain, and the
# modules of go.mod in a folder that serves them as a proxy does.
ARG BASE
FROM ${BASE}
COPY go /usr/local/go
COPY modules /srv/modules
ENV PATH=/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
ENV GOPATH=/go GOTOOLCHAIN=local GOPROXY=file:///srv/modules GOSUMDB=off
WORKDIR /go

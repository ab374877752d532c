# One static binary in an empty image. GO_IMAGE may name the same image in a registry of your own.
ARG GO_IMAGE=golang:1.26
FROM ${GO_IMAGE} AS build
WORKDIR /src
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /out/mapper ./cmd/mapper

FROM scratch
# Without these no encrypted connection to a Neo4j elsewhere could be trusted.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/mapper /mapper
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=5 CMD ["/mapper", "health", "http://127.0.0.1:8080"]
ENTRYPOINT ["/mapper"]
# In a container, loopback reaches nobody: who may reach the port is for whoever publishes it to say.
CMD ["up", "--listen", "0.0.0.0:8080", "--insecure"]

# A stand-in for the official image of Neo4j Community, for machines that reach no image registry: the same
# environment variables, ports, volumes and user, with a start-up and an end tuned for tests.
ARG BASE
FROM ${BASE}
ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 NEO4J_HOME=/var/lib/neo4j
RUN groupadd --gid 7474 neo4j \
	&& useradd --uid 7474 --gid 7474 --home-dir /var/lib/neo4j neo4j \
	&& install -d -o neo4j -g neo4j -m 777 /data /logs /var/lib/neo4j /var/lib/neo4j/conf /var/lib/neo4j/import
COPY lib /var/lib/neo4j/lib
COPY neo4j-entrypoint /usr/local/bin/
USER 7474:7474
WORKDIR /var/lib/neo4j
VOLUME /data /logs
EXPOSE 7474 7687
ENTRYPOINT ["tini", "-g", "--", "neo4j-entrypoint"]

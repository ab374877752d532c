// title: One entity, its labels, the documents that mention it and others that bore its codes
// param: id text
// column: entity value
// column: labels value
// column: documents value
// column: also value
MATCH (e:Entity {id: $id})
CALL (e) {
  OPTIONAL MATCH (e)<-[m:MENTIONS]-(d:Document)
  WITH d, sum(m.claims) AS claims ORDER BY d.published, d.id
  RETURN [x IN collect({document: properties(d), claims: claims}) WHERE x.document IS NOT NULL] AS documents
}
CALL (e) {
  OPTIONAL MATCH (e)-[:IDENTIFIED_BY]->(i:Identifier)<-[:IDENTIFIED_BY]-(o:Entity)
  WITH o, i ORDER BY o.name
  RETURN [x IN collect(DISTINCT {entity: properties(o), code: i.id}) WHERE x.entity IS NOT NULL] AS also
}
RETURN properties(e) AS entity, [label IN labels(e) WHERE label <> 'Entity'] AS labels, documents, also

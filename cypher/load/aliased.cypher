// title: Codes that some body of another dataset bears under another id than the code, with all their bearers
// param: dataset text
// column: code text
// column: id text
// column: name text
// column: kinds value
// column: span text
MATCH (i:Identifier)<-[:IDENTIFIED_BY]-(x:Entity)
WHERE x.id <> i.id AND any(d IN x.datasets WHERE d <> $dataset)
WITH DISTINCT i
MATCH (i)<-[by:IDENTIFIED_BY]-(e:Entity)
WHERE any(d IN e.datasets WHERE d <> $dataset)
RETURN i.id AS code, e.id AS id, e.name AS name, e.kinds AS kinds, by.span AS span

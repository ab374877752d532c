// title: Remove all identifiers that nothing bears
MATCH (i:Identifier)
WHERE NOT (i)<-[:IDENTIFIED_BY]-()
DELETE i

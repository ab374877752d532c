// title: Remove identifiers that nothing bears any more
MATCH (i:Identifier)
WHERE NOT (i)<-[:IDENTIFIED_BY]-()
DELETE i

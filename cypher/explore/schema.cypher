// title: The labels, types and property names of the graph, for completion
// column: labels value
// column: types value
// column: properties value
CALL db.labels() YIELD label
WITH label ORDER BY label
WITH collect(label) AS labels
CALL db.relationshipTypes() YIELD relationshipType
WITH labels, relationshipType ORDER BY relationshipType
WITH labels, collect(relationshipType) AS types
CALL db.propertyKeys() YIELD propertyKey
WITH labels, types, propertyKey ORDER BY propertyKey
RETURN labels, types, collect(propertyKey) AS properties

// title: Names are found by how they start
CREATE INDEX entity_name IF NOT EXISTS FOR (e:Entity) ON (e.name)

RETURN 1;
CREATE CONSTRAINT warm IF NOT EXISTS FOR (n:Warm) REQUIRE n.id IS UNIQUE;
CREATE FULLTEXT INDEX warm_names IF NOT EXISTS FOR (n:Warm) ON EACH [n.name];
UNWIND [['a', 'x'], ['b', 'y']] AS r MERGE (n:Warm {id: r[0]}) SET n.name = r[1], n.start = date('2016-04-01');
UNWIND [['a', 'b', 'c']] AS r MATCH (a:Warm {id: r[0]}) MATCH (b:Warm {id: r[1]}) MERGE (a)-[e:WARMS {id: r[2]}]->(b) SET e.source = 'x';
MATCH p = SHORTEST 1 (a:Warm {id: 'a'})-[e:WARMS]-+(b:Warm {id: 'b'}) WHERE EXISTS { (a)-->(b) } RETURN p, COUNT { (a)--() };
MATCH (n:Warm) WHERE n.start <= date() RETURN n.name AS name, count(*) AS c, collect(DISTINCT n { .id, .name }) ORDER BY c DESC LIMIT 10;
CALL db.index.fulltext.queryNodes('warm_names', 'x*', {limit: 20}) YIELD node, score RETURN node, score;
EXPLAIN MATCH (n:Warm)-[e]->(m) RETURN n, e, m;

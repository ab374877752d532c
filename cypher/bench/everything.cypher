// title: How many claims each relation has
// column: relation relation
// column: claims integer
MATCH (:Entity)-[r]->(:Entity)
RETURN type(r) AS relation, count(r) AS claims
ORDER BY claims DESC

// title: Difference of two days
// question: What changed between two days: who appeared, ended, was renamed or succeeded, and which edges began or ended?
// param: earlier date "the first day, such as 2016-01-01"
// param: later date "the second day, such as 2022-12-31"
// column: change text
// column: what entity
// column: relation relation "of an edge; empty for a body or person itself"
// column: other entity
// column: dates span
// column: status status "the firmest among the claims"
// column: claims claims
// answer: {rows|change|changes} of the map between {earlier} and {later}; the first: {first.what} ({first.change}).
// empty: Nothing with a known date changed between {earlier} and {later}.
CALL () {
  MATCH (what:Entity)
  WHERE what.start IS NOT NULL OR what.end IS NOT NULL
  WITH what, coalesce(what.start <= $earlier, true) AND coalesce($earlier < what.end, true) AS was,
       coalesce(what.start <= $later, true) AND coalesce($later < what.end, true) AS is
  WHERE was <> is
  RETURN CASE WHEN is THEN 'appeared' ELSE 'ended' END AS change, what, null AS relation, null AS other,
         what.span AS dates, [] AS said
UNION
  MATCH (what:Entity)-[r:SUCCEEDED_BY]->(other:Entity)
  WHERE r.status <> 'denied' AND $earlier < r.start AND r.start <= $later
  WITH what, other, r ORDER BY r.id
  WITH what, other, collect(r) AS said
  RETURN CASE WHEN any(r IN said WHERE toLower(r.role) CONTAINS 'renam') THEN 'was renamed' ELSE 'was succeeded' END AS change,
         what, 'SUCCEEDED_BY' AS relation, other, head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, said
UNION
  // An edge stands on a day when one of its claims does, with both ends.
  MATCH (what:Entity)-[r]->(other:Entity)
  WHERE r.status <> 'denied' AND NOT type(r) IN ['SUCCEEDED_BY', 'SPOKE_ABOUT', 'POSSIBLY_SAME_AS']
  WITH what, r, other ORDER BY r.id
  WITH what, r, other,
       all(x IN [what, r, other] WHERE coalesce(x.start <= $earlier, true) AND coalesce($earlier < x.end, true)) AS was,
       all(x IN [what, r, other] WHERE coalesce(x.start <= $later, true) AND coalesce($later < x.end, true)) AS is
  WITH what, type(r) AS relation, other, collect(was) AS then, collect(is) AS now,
       collect(CASE WHEN was <> is THEN r END) AS said
  WHERE (true IN then) <> (true IN now)
  RETURN CASE WHEN true IN now THEN 'edge began' ELSE 'edge ended' END AS change, what, relation, other,
         head([r IN said WHERE r.span IS NOT NULL | r.span]) AS dates, said
}
RETURN change, what, relation, other, dates,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY relation IS NOT NULL, change STARTS WITH 'edge', change, what.name, relation, other.name

// A body that has another name from a day on is, here as in the registers, the
// succession that says so in its role.

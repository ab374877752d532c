// The rule of graph.AsAt in Cypher: things with the properties start and end (the
// first day, and the first day no longer) stand on the day $as_at. Every statement
// that looks at a day repeats this sentence with its own list of variables, and a
// test holds them to it.
($as_at IS NULL OR all(x IN [THINGS] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))

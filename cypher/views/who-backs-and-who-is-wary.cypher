// title: Who backs and who is wary
// question: Who backs which policy or proposal, and who is wary of it?
// param: as_at date? "claims standing on this day"
// param: about entity? "only this policy or proposal"
// column: who entity
// column: about entity
// column: backing integer "how many claims say that it backs it"
// column: wary integer "how many claims say that it is wary of it"
// column: over text "what it is about, when that is said"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: map x=who y=about
// answer: {rows|stand is|stands are} taken on policies and proposals{as_at}: {sum.backing|claim|claims} of backing and {sum.wary} of wariness.
// empty: Nobody is said to back a policy or proposal, or to be wary of one{as_at}.
// home: 12
MATCH (who:Entity)-[r:SUPPORTS|OPPOSES]->(about:Entity)
WHERE r.status <> 'denied'
  AND ($about IS NULL OR about.id = $about)
  AND (about:Policy OR about:Agreement OR EXISTS { MATCH (:Entity)-[p:PROPOSES]->(about) WHERE p.status <> 'denied' })
  AND ($as_at IS NULL OR all(x IN [who, r, about] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH who, about, r ORDER BY r.id
WITH who, about, collect(r) AS said, collect(DISTINCT r.role) AS roles
RETURN who, about,
       size([r IN said WHERE type(r) = 'SUPPORTS']) AS backing,
       size([r IN said WHERE type(r) = 'OPPOSES']) AS wary,
       reduce(text = head(roles), role IN tail(roles) | text + '; ' + role) AS over,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY about.name, wary DESC, backing DESC, who.name

// Help for a body is not a stand: what is backed must be a policy, an agreement or
// something that somebody proposes.

// title: Collaboratives per provider
// question: How many collaboratives does each provider sit in or expect to, and which payment models follow?
// param: as_at date? "count memberships standing on this day"
// param: kind kind? "only collaboratives of this kind, such as ProviderCollaborative or ClinicalNetwork"
// column: provider entity
// column: collaboratives integer "named ones, plus unnamed ones that a claim counts"
// column: named integer "how many of them have a name"
// column: expected integer "how many of them are only planned or a matter of opinion"
// column: payment_models integer "that come with them, as many as a claim counts"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: bar x=provider y=collaboratives
// answer: {rows|provider is|providers are} in collaboratives or expected to be{as_at}; most: {first.provider}, in {first.collaboratives|collaborative|collaboratives}, {first.expected} of them only expected, with {first.payment_models|payment model|payment models}.
// empty: No provider is known to sit in a collaborative{as_at}.
// home: 10
MATCH (provider:Provider)-[r:MEMBER_OF]->(c:Entity)
WHERE r.status <> 'denied'
  AND (c:Collaborative AND ($kind IS NULL OR $kind IN labels(c))
       OR c.id = 'provider-collaboratives' AND ($kind IS NULL OR $kind IN ['ProviderCollaborative', 'Collaborative', 'Partnership']))
  AND ($as_at IS NULL OR all(x IN [provider, r, c] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH provider, c, r ORDER BY r.id
WITH provider, c, collect(r) AS said,
     CASE WHEN c:Group THEN coalesce(max(r.count), 1) ELSE 1 END AS number,
     count(CASE WHEN r.status IN ['stated', 'reported'] THEN 1 END) = 0 AS only_expected
WITH provider, sum(number) AS collaboratives,
     sum(CASE WHEN c:Collaborative THEN 1 ELSE 0 END) AS named,
     sum(CASE WHEN only_expected THEN number ELSE 0 END) AS expected,
     reduce(all_said = [], one IN collect(said) | all_said + one) AS memberships
CALL (provider) {
  MATCH (provider)-[r:PARTY_TO]->(model:PaymentModel)
  WHERE r.status <> 'denied'
    AND ($as_at IS NULL OR all(x IN [r, model] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH model, r ORDER BY r.id
  WITH model, max(coalesce(r.count, 1)) AS number, collect(r) AS said
  RETURN sum(number) AS payment_models, reduce(all_said = [], one IN collect(said) | all_said + one) AS payments
}
WITH provider, collaboratives, named, expected, payment_models, memberships, memberships + payments AS said
RETURN provider, collaboratives, named, expected, payment_models,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN memberships WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY collaboratives DESC, provider.name

// A class of collaboratives stands for as many unnamed ones as the claim counts, and
// for one where it counts none. Two claims that count the same class are two
// attestations, not twice the number.

// title: Horizontal, vertical or mixed
// question: Is each collaboration horizontal, vertical or mixed, and on which footprint?
// param: as_at date? "collaborations standing on this day"
// column: who entities "the collaborative, or the two that work together"
// column: form text "horizontal: bodies of one kind; vertical: of different kinds; mixed: both"
// column: footprint text "place, one system, several systems"
// column: basis text "whether a document says so or the members show it"
// column: status status "the firmest among the claims"
// column: claims claims
// answer: {rows|collaboration is|collaborations are} known by form or footprint{as_at}; the first, {first.who}, is {first.form} (footprint: {first.footprint}).
// empty: No collaboration is known by its form or footprint{as_at}.
CALL () {
  // What documents call it stands in the role of the claim.
  MATCH (one:Entity)-[r:COLLABORATES_WITH|MEMBER_OF]->(other:Entity)
  WHERE r.status <> 'denied' AND r.role =~ '(?i).*(horizontal|vertical|footprint|multi-ICS).*'
    AND ($as_at IS NULL OR all(x IN [one, r, other] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH one, other, r ORDER BY r.id
  WITH one, other, collect(r) AS said
  WITH one, other, said,
       any(r IN said WHERE r.role CONTAINS 'horizontal') AS horizontal,
       any(r IN said WHERE r.role CONTAINS 'vertical') AS vertical
  RETURN CASE WHEN one = other THEN [one] ELSE [one, other] END AS who,
         CASE WHEN horizontal AND vertical THEN 'mixed' WHEN horizontal THEN 'horizontal'
              WHEN vertical THEN 'vertical' ELSE 'not said' END AS form,
         CASE WHEN any(r IN said WHERE r.role CONTAINS 'multi-ICS') THEN 'one system or several'
              WHEN any(r IN said WHERE r.role CONTAINS 'ICS') THEN 'one system'
              WHEN any(r IN said WHERE r.role CONTAINS 'local' OR r.role CONTAINS 'place') THEN 'place'
              ELSE 'not said' END AS footprint,
         'a document says so' AS basis, said
UNION
  // What the members show: how many of each kind there are, and in how many systems
  // they sit.
  MATCH (member:Entity)-[r:MEMBER_OF]->(c:Collaborative)
  WHERE r.status <> 'denied' AND NOT member:Group
    AND ($as_at IS NULL OR all(x IN [member, r, c] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
  WITH c, member, r ORDER BY r.id
  WITH c, head(member.kinds) AS kind, collect(DISTINCT member) AS members, collect(r) AS said
  WITH c, count(kind) AS kinds, max(size(members)) AS largest,
       reduce(everyone = [], some IN collect(members) | everyone + some) AS members,
       reduce(all_said = [], some IN collect(said) | all_said + some) AS said
  WHERE size(members) > 1
  CALL (members) {
    UNWIND members AS m
    MATCH (m)-[s:MEMBER_OF]->(system:Partnership)
    WHERE s.status <> 'denied'
      AND (system:IntegratedCareSystem OR system:SustainabilityTransformationPartnership)
      AND ($as_at IS NULL OR all(x IN [s, system] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
    RETURN count(DISTINCT system) AS systems
  }
  RETURN [c] AS who,
         CASE WHEN kinds = 1 THEN 'horizontal' WHEN largest = 1 THEN 'vertical' ELSE 'mixed' END AS form,
         CASE systems WHEN 0 THEN 'unknown' WHEN 1 THEN 'one system' ELSE toString(systems) + ' systems' END AS footprint,
         'its members show it' AS basis, said
}
RETURN who, form, footprint, basis,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY basis, form = 'not said' OR footprint = 'not said', form, head(who).name, last(who).name

// title: Who is in which partnership
// question: Which bodies belong to each partnership, and how many of them have no name?
// param: as_at date? "partnerships and memberships standing on this day"
// param: partnership entity? "only this one"
// param: kind kind? "only partnerships of this kind, such as IntegratedCareSystem"
// column: partnership entity
// column: members entities "those with a name"
// column: classes entities "classes among its members"
// column: named integer
// column: unnamed integer "members without a name, as far as claims count them"
// column: status status "the firmest among the claims"
// column: claims claims
// chart: bar x=partnership y=named
// answer: {rows|partnership has|partnerships have} {sum.named|member|members} with a name and {sum.unnamed} without{as_at}; the largest is {first.partnership} with {first.named} and {first.unnamed}.
// empty: No partnership is known to have members{as_at}.
MATCH (member:Entity)-[r:MEMBER_OF|PART_OF]->(partnership:Partnership)
WHERE r.status <> 'denied'
  AND ($partnership IS NULL OR partnership.id = $partnership)
  AND ($kind IS NULL OR $kind IN labels(partnership))
  AND ($as_at IS NULL OR all(x IN [member, r, partnership] WHERE coalesce(x.start <= $as_at, true) AND coalesce($as_at < x.end, true)))
WITH partnership, member, r ORDER BY member.name, r.id
WITH partnership, member, collect(r) AS said, max(r.count) AS number
WITH partnership,
     collect(CASE WHEN NOT member:Group AND coalesce(member.anonymous, false) = false THEN member END) AS members,
     collect(CASE WHEN member:Group THEN member END) AS classes,
     sum(CASE WHEN member:Group THEN coalesce(number, 0) WHEN member.anonymous THEN 1 ELSE 0 END) AS unnamed,
     reduce(all_said = [], one IN collect(said) | all_said + one) AS said
RETURN partnership, members, classes, size(members) AS named, unnamed,
       head([s IN ['stated', 'reported', 'planned', 'opinion', 'denied'] WHERE any(r IN said WHERE r.status = s)]) AS status,
       [claim IN said | claim {.id, .status}] AS claims
ORDER BY named + unnamed DESC, partnership.name

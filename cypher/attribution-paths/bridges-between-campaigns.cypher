// Entities that bridge two campaigns
// Whoever or whatever is tied to both by up to three walkable links each. Where "transit" is false, as for a country, both
// campaigns lead to it and no path leads through it.
// :param campaign => ''    id, name or alias of one campaign; empty for all
// :param other => ''    id, name or alias of the other; empty for all
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (one:Campaign)
WHERE $campaign = '' OR one.id = $campaign OR one.folded CONTAINS '\n' + toLower($campaign) + '\n'
MATCH (two:Campaign)
WHERE one <> two AND ($campaign + $other <> '' OR one.id < two.id)
    AND ($other = '' OR two.id = $other OR two.folded CONTAINS '\n' + toLower($other) + '\n')
MATCH p = ALL SHORTEST (one)
    ((x:Entity WHERE x = one OR (x <> two AND x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(y:Entity WHERE y <> one)){1,3}
    (e:Entity WHERE e <> two)
// Of several shortest chains one is shown, always the same.
WITH one, two, e, p ORDER BY [l IN relationships(p) | l.id]
WITH one, two, e, collect(p)[0] AS p
MATCH q = ALL SHORTEST (two)
    ((u:Entity WHERE u = two OR (u <> one AND u.transit AND u.degree <= $hub))
        -[g WHERE g.walkable AND g.status <> 'not-established']-(v:Entity WHERE v <> two)){1,3}(e)
WITH one, two, e, p, q ORDER BY [l IN relationships(q) | l.id]
WITH one, two, e, p, collect(q)[0] AS q
RETURN e.name AS bridge, e.kind AS kind, e.transit AS transit, one.name AS campaign, two.name AS other,
    length(p) AS hops, length(q) AS otherHops, [l IN relationships(p) + relationships(q) | l.status] AS statuses, p, q
ORDER BY transit DESC, hops + otherHops, bridge, e.id, campaign, one.id, other, two.id
LIMIT 50;

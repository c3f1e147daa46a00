// What ties an account to companies
// The shortest chains of walkable links from an account to each company, the strongest first. An association that sources
// report is not responsibility.
// :param account => '@MuxtarYev'    id, name or alias of an account
// :param kinds => ['Company']    kinds of entities at the far end
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (a:Entity)
WHERE a.id = $account OR a.folded CONTAINS '\n' + toLower($account) + '\n'
MATCH p = ALL SHORTEST (a)
    ((x:Entity WHERE x = a OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(y:Entity WHERE y <> a)){1,12}
    (far:Entity WHERE far.kind IN $kinds)
RETURN a.name AS account, far.name AS company, length(p) AS hops,
    reduce(s = 1.0, l IN h | s * l.strength) AS strength, [l IN h | l.status] AS statuses, p
ORDER BY account, a.id, hops, strength DESC, company, far.id, [l IN h | l.id]
LIMIT 50;

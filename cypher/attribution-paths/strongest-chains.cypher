// Strongest chains between two entities
// The chains of the three shortest lengths over walkable links, the strongest first; not through places, platforms, hubs
// or links that somebody could not establish. Strength orders answers and is no probability. The command
// "ficelle path" finds the strongest chain of any length.
// :param from => '@MuxtarYev'    id, name or alias of one end
// :param to => 'Mediamark Digital'    id, name or alias of the other end
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (a:Entity)
WHERE a.id = $from OR a.folded CONTAINS '\n' + toLower($from) + '\n'
MATCH (b:Entity)
WHERE (b.id = $to OR b.folded CONTAINS '\n' + toLower($to) + '\n') AND a <> b
// All conditions stand inside the pattern: after SHORTEST they would turn other chains into none. The last one keeps
// chains from passing an entity twice.
MATCH p = SHORTEST 3 GROUPS ((a)
    ((x:Entity WHERE x = a OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(y:Entity)){1,12}(b)
    WHERE none(i IN range(0, size(y) - 1) WHERE y[i] IN x[..i + 1]))
RETURN a.name AS from, b.name AS to, length(p) AS hops, reduce(s = 1.0, l IN h | s * l.strength) AS strength,
    [l IN h | l.status] AS statuses, p
ORDER BY strength DESC, hops, [n IN nodes(p) | n.id], [l IN h | l.id]
LIMIT 20;

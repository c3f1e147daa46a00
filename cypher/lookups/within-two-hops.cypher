// Everything within two hops
// Entities that one or two walkable links tie to this one, not through places, platforms or hubs.
// :param entity => 'Orkhan Rzayev'    id, name or alias of an entity
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (e:Entity)
WHERE e.id = $entity OR e.folded CONTAINS '\n' + toLower($entity) + '\n'
// The entity itself may be passed through in the pattern, but a chain that comes back to it is none.
MATCH p = (e)
    ((x:Entity WHERE x = e OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(y:Entity WHERE y <> e)){1,2}(far)
RETURN far.name AS entity, far.kind AS kind, length(p) AS hops, [l IN h | type(l)] AS relations,
    [l IN h | l.status] AS statuses, reduce(s = 1.0, l IN h | s * l.strength) AS strength, p
ORDER BY hops, strength DESC, entity, far.id, [l IN h | l.id]
LIMIT 200;

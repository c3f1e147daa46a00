// Infrastructure around a domain
// Whatever up to three technical links tie to a domain, server, address or identifier: hosting, name servers,
// certificates, redirects, registration.
// :param entity => 'orkhanrza.com'    id, name or alias of a domain, server or identifier
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (e:Entity)
WHERE e.id = $entity OR e.folded CONTAINS '\n' + toLower($entity) + '\n'
MATCH p = (e)
    ((x:Entity WHERE x = e OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.class = 'technical' AND h.status <> 'not-established']-(y:Entity WHERE y <> e)){1,3}(far)
RETURN far.name AS entity, far.kind AS kind, length(p) AS hops, [l IN h | type(l)] AS relations,
    [l IN h | l.status] AS statuses, p
ORDER BY hops, entity, far.id, [l IN h | l.id]
LIMIT 200;

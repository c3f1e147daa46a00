// Entities that share a technical identifier
// Pairs that use one server, address, certificate, analytics identifier, e-mail address or telephone number. The more
// users it has, the less it says.
// :param most => 20    identifiers with more walkable links than this are left out
MATCH p = (a:Entity)-[h1 WHERE h1.class = 'technical' AND h1.status <> 'not-established']->
    (x:Entity WHERE x.degree <= $most)
    <-[h2 WHERE h2.class = 'technical' AND h2.status <> 'not-established']-(b:Entity)
WHERE a.id < b.id
RETURN x.name AS shared, x.kind AS kind, x.degree AS users, a.name AS entity, type(h1) AS relation,
    b.name AS other, type(h2) AS otherRelation, h1.status AS status, h2.status AS otherStatus, p
ORDER BY users, shared, x.id, entity, a.id, other, b.id, h1.id, h2.id
LIMIT 200;

// Pairs that may be one and the same
// Candidates that nobody has judged yet, with the basis. They merge nothing: a claim SAME_AS or NOT_SAME_AS decides.
MATCH p = (a:Entity)-[h:POSSIBLY_SAME_AS]->(b:Entity)
WHERE NOT EXISTS { (a)-[:NOT_SAME_AS]-(b) }
UNWIND h.claims AS id
MATCH (c:Claim {id: id})-[:ASSERTED_BY]->(who:Entity)
RETURN a.name AS entity, b.name AS other, a.kind AS kind, who.name AS assertedBy, c.statement AS statement,
    c.note AS basis, p
ORDER BY entity, a.id, other, b.id, c.id
LIMIT 100;

// What a withdrawn document would take away
// Links that lose claims when the document, and whatever only repeats it, no longer counts. "falls" says that none is left.
// :param document => 'viginum-olimpiya'    id or title of a document
MATCH (w:Document)
WHERE $document IN [w.id, w.title]
MATCH (w)<-[:DERIVES_FROM]-{0,8}(d:Document)<-[:STATED_IN]-(c:Claim WHERE c.stance = 'asserts')
WITH DISTINCT w, d, c
// A claim stands while a way leads from its document to one of its origins past the withdrawn one.
WHERE d = w OR NOT EXISTS {
    MATCH (d)((x:Document)-[:DERIVES_FROM]->(y:Document WHERE y <> w)){0,8}(origin:Document WHERE origin.id IN c.origins)
}
MATCH (c)-[:SUBJECT]->(a:Entity)-[h WHERE c.id IN h.claims]->(b:Entity)
WITH a, h, b, count(DISTINCT c) AS lost
MATCH p = (a)-[h]->(b:Entity)
RETURN a.name AS subject, type(h) AS relation, b.name AS object, h.status AS status, h.walkable AS walkable,
    lost, size(h.claims) AS claims, lost = size(h.claims) AS falls, p
ORDER BY falls DESC, walkable DESC, subject, relation, object, h.id
LIMIT 200;

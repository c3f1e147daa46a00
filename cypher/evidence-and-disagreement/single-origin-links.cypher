// Links that rest on one origin
// Walkable links for which all documents lead back to one source; those that most documents repeat come first. Repetition is
// no corroboration.
// :param origin => ''    id of the document or party where the information started; empty for all
MATCH p = (a:Entity)-[h WHERE h.walkable AND size(h.origins) = 1 AND $origin IN ['', h.origins[0]]]->(b:Entity)
RETURN a.name AS subject, type(h) AS relation, b.name AS object, h.status AS status, h.origins[0] AS origin,
    size(h.documents) AS repetitions, h.documents AS documents, p
ORDER BY repetitions DESC, origin, subject, relation, object, h.id
LIMIT 200;

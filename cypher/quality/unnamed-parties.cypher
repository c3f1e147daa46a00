// Unnamed parties and what is known of them
// Placeholders for those whom documents describe without a name, and how many claims speak of each.
// :param kinds => []    kinds of entities to list; empty for all
MATCH (e:Entity)
WHERE e.placeholder AND ($kinds = [] OR e.kind IN $kinds)
RETURN e.name AS name, e.kind AS kind, e.degree AS links,
    COUNT { (e)<-[:SUBJECT|OBJECT]-(:Claim) } AS claims, COUNT { (e)<-[:ASSERTED_BY]-(:Claim) } AS says,
    e.id AS id, e.description AS description, e
ORDER BY claims DESC, name, id
LIMIT 100;

// What was published about an entity by a day
// Claims about the entity in documents that had come out by then. An undated document counts as not out yet.
// :param entity => 'Olimpiya'    id, name or alias of an entity
// :param day => date('2023-11-13')    the last day that counts
MATCH (e:Entity)
WHERE e.id = $entity OR e.folded CONTAINS '\n' + toLower($entity) + '\n'
MATCH p = (e)<-[:SUBJECT|OBJECT]-(c:Claim)-[:STATED_IN]->(d:Document WHERE d.publishedLast <= $day)
MATCH (s:Entity)<-[:SUBJECT]-(c)-[:ASSERTED_BY]->(who:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN d.publishedLast AS published, d.id AS document, s.name AS subject, c.relation AS relation,
    coalesce(o.name, c.value) AS object, c.stance AS stance, c.modality AS modality, who.name AS assertedBy,
    c.statement AS statement, p
ORDER BY published, document, relation, subject, object, c.id
LIMIT 200;

// All claims for and against a link
// Every claim between two entities in either direction, and every denial that opposes one of them, with who says it.
// :param one => 'Russia'    id, name or alias of an entity
// :param other => 'France'    id, name or alias of another
// :param relation => ''    name of a relation, such as TARGETS; empty for all
MATCH (a:Entity)
WHERE a.id = $one OR a.folded CONTAINS '\n' + toLower($one) + '\n'
MATCH (b:Entity)
WHERE (b.id = $other OR b.folded CONTAINS '\n' + toLower($other) + '\n') AND a <> b
MATCH (a)<-[:SUBJECT|OBJECT]-(between:Claim WHERE $relation IN ['', between.relation])-[:SUBJECT|OBJECT]->(b)
// A denial may speak of something wider than the two, and oppose a claim between them all the same.
OPTIONAL MATCH (denial:Claim)-[:DENIES]->(between)
WITH collect(between) + collect(denial) AS claims
UNWIND claims AS c
WITH DISTINCT c
MATCH p = (who:Entity)<-[:ASSERTED_BY]-(c)-[in:STATED_IN]->(d:Document)
MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
RETURN s.name AS subject, c.relation AS relation, coalesce(o.name, c.value) AS object,
    CASE WHEN c.stance = 'asserts' THEN 'for' WHEN c.stance IN ['denies', 'not-established'] THEN 'against'
        ELSE 'neither' END AS side,
    c.stance AS stance, c.modality AS modality, who.name AS assertedBy, d.id AS document, in.locator AS locator,
    c.statement AS statement, p
ORDER BY relation, subject, object, side DESC, stance, assertedBy, document, c.id
LIMIT 200;

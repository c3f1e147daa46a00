// Timeline of a campaign
// Dated claims about the campaign and whatever up to two walkable links tie to it, and the publication of the documents
// that speak of the campaign. A month is an interval; "inferred" says that the date does not stand in the document.
// :param campaign => 'Olimpiya'    id, name or alias of a campaign
// :param hub => 50    an entity with more walkable links is not passed through
MATCH (c:Campaign)
WHERE c.id = $campaign OR c.folded CONTAINS '\n' + toLower($campaign) + '\n'
CALL (c) {
    MATCH (c)((x:Entity WHERE x = c OR (x.transit AND x.degree <= $hub))
        -[h WHERE h.walkable AND h.status <> 'not-established']-(:Entity)){0,2}(e:Entity)
    WITH DISTINCT e
    MATCH (e)<-[:SUBJECT|OBJECT]-(k:Claim WHERE k.stance = 'asserts' AND k.modality <> 'hypothetical'
        AND coalesce(k.valueFirst, k.fromFirst, k.untilFirst) IS NOT NULL)
    MATCH (k)-[:SUBJECT]->(s:Entity)
    OPTIONAL MATCH (k)-[:OBJECT]->(o:Entity)
    RETURN coalesce(k.valueFirst, k.fromFirst, k.untilFirst) AS first, coalesce(k.valueLast, k.untilLast, k.fromLast) AS last,
        coalesce(k.valuePrecision, k.fromPrecision, k.untilPrecision) AS precision,
        coalesce(k.valueInferred, k.fromInferred, k.untilInferred) AS inferred,
        s.name AS subject, k.relation AS event, CASE WHEN k.valueFirst IS NULL THEN coalesce(o.name, k.value) END AS object,
        k.document AS document
    UNION
    MATCH (c)<-[:SUBJECT|OBJECT]-(:Claim)-[:STATED_IN]->(:Document)-[:DERIVES_FROM]->{0,8}
        (d:Document WHERE d.publishedFirst IS NOT NULL)
    RETURN d.publishedFirst AS first, d.publishedLast AS last, d.publishedPrecision AS precision,
        d.publishedInferred AS inferred, d.title AS subject, 'published' AS event, null AS object, d.id AS document
}
WITH first, last, precision, inferred, subject, event, object, document ORDER BY document
RETURN first, CASE WHEN last <> first THEN last END AS last, subject, event, object, precision, inferred,
    collect(DISTINCT document) AS documents
ORDER BY first, coalesce(last, first), subject, event, object, precision, inferred
LIMIT 200;

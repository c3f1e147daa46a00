// Documents in the order of their publication
// What came out when, from whom, and from how many others it derives. A month or year is an interval, from "first" to "last";
// undated documents stand last.
// :param from => date('1900-01-01')    the first day that counts
// :param until => date('2999-12-31')    the last day that counts
MATCH (d:Document)
WHERE d.publishedFirst IS NULL OR ($from <= d.publishedLast AND d.publishedFirst <= $until)
OPTIONAL MATCH p = (d)-[:PUBLISHED_BY]->(publisher:Entity)
RETURN d.publishedFirst AS first, CASE WHEN d.publishedLast <> d.publishedFirst THEN d.publishedLast END AS last,
    d.publishedInferred AS inferred, d.id AS document, d.type AS type,
    coalesce(publisher.name, d.publisher) AS publisher, COUNT { (d)-[:DERIVES_FROM]->(:Document) } AS derivesFrom,
    COUNT { (d)<-[:STATED_IN]-(:Claim) } AS claims, d, p
ORDER BY first, coalesce(last, first), document
LIMIT 200;

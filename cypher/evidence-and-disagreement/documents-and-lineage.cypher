// Documents and where their information comes from
// Each document with every way back to the documents from which it derives in the end. Documents that derive from one
// another in a circle have no end and are listed by the query circular-derivation.
// :param document => ''    id or title of a document; empty for all
MATCH p = (d:Document)-[:DERIVES_FROM]->{0,8}(root:Document WHERE NOT EXISTS { (root)-[:DERIVES_FROM]->(:Document) })
WHERE $document IN ['', d.id, d.title]
OPTIONAL MATCH (d)-[:PUBLISHED_BY]->(publisher:Entity)
RETURN d.id AS document, d.type AS type, coalesce(publisher.name, d.publisher) AS publisher,
    toString(d.publishedFirst) + CASE WHEN d.publishedLast <> d.publishedFirst
        THEN '/' + toString(d.publishedLast) ELSE '' END AS published,
    COUNT { (d)<-[:STATED_IN]-(:Claim) } AS claims, length(p) AS steps, root.id AS origin, root.type AS originType, p
ORDER BY document, steps, origin, [n IN nodes(p) | n.id]
LIMIT 200;

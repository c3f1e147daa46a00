// Documents that derive from one another in a circle
// Each circle once. Its documents count as one origin together; an entry of "derivesFrom" is probably wrong.
MATCH p = (d:Document)((x:Document)-[:DERIVES_FROM]->(y:Document WHERE d.id <= y.id)){1,10}(d)
WHERE none(i IN range(1, size(x) - 1) WHERE x[i] IN x[..i])
RETURN d.id AS document, length(p) AS steps, [n IN x | n.id] AS circle, p
ORDER BY document, steps, circle
LIMIT 100;

// Content of a campaign, who put it out and how far it went
// Images, videos and texts that are part of a campaign, the accounts that posted them, and the reach that is claimed.
// :param campaign => 'Olimpiya'    id, name or alias of a campaign; empty for all
MATCH p = (m:Entity WHERE m.kind IN ['MediaItem', 'MediaSet'])
    -[h:PART_OF WHERE h.status <> 'not-established']->(c:Campaign)
WHERE $campaign = '' OR c.id = $campaign OR c.folded CONTAINS '\n' + toLower($campaign) + '\n'
OPTIONAL MATCH (by:Entity)-[posted:POSTED|PUBLISHED WHERE posted.status <> 'not-established']->(m)
WITH p, m, h, c, by, posted ORDER BY posted.from, by.name, by.id
WITH p, m, h, c, collect(DISTINCT by.name) AS postedBy, min(posted.from) AS since
OPTIONAL MATCH (m)<-[:SUBJECT]-(reach:Claim WHERE reach.relation = 'SEEN' AND reach.stance = 'asserts')
WITH p, m, h, c, postedBy, since, reach ORDER BY reach.valueNumber DESC, reach.id
WITH p, m, h, c, postedBy, since, collect(DISTINCT reach.value) AS seen
RETURN c.name AS campaign, m.name AS content, m.kind AS kind, postedBy, since, seen, h.status AS status,
    h.documents AS documents, p
ORDER BY campaign, c.id, since, content, m.id
LIMIT 200;

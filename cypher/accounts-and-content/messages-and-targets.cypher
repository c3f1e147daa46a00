// What a campaign says, how, and against whom
// Hashtags, narratives, techniques and targets. To share one of them ties two campaigns to nothing: anybody may use it.
// :param campaign => ''    id, name or alias of a campaign; empty for all
MATCH p = (c:Campaign)
    -[h:USES_HASHTAG|SPREADS|AIMS_TO_SPREAD|USES_TECHNIQUE|TARGETS|AIMS_TO_DISCREDIT|AFFECTS|IMPERSONATES]->(o:Entity)
WHERE $campaign = '' OR c.id = $campaign OR c.folded CONTAINS '\n' + toLower($campaign) + '\n'
RETURN c.name AS campaign, type(h) AS relation, o.name AS object, o.kind AS kind, h.status AS status,
    size(h.origins) AS origins, h.documents AS documents, p
ORDER BY campaign, c.id, relation, object, h.id
LIMIT 200;

// What changed in the last loads
// The latest loads with how many elements each read, created, changed, left as they were and removed.
// :param loads => 5    how many loads, the latest first
MATCH (l:Load)
WITH l ORDER BY l.at DESC, l.id LIMIT toInteger($loads)
RETURN l.at AS at, l.read AS read, l.created AS created, l.changed AS changed, l.unchanged AS unchanged,
    l.removed AS removed, l.id AS id
ORDER BY at DESC, id
LIMIT 100;

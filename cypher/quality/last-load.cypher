// What changed in the last loads
// The latest loads with how many elements each read, created, changed, left as they were and removed; the claims among them; and the files that differed.
// :param loads => 5    how many loads, the latest first
MATCH (l:Load)
WITH l ORDER BY l.number DESC, l.id LIMIT toInteger($loads)
RETURN l.number AS load, l.at AS at, l.read AS read, l.created AS created, l.changed AS changed,
    l.unchanged AS unchanged, l.removed AS removed, l.claimsCreated AS claimsCreated, l.claimsChanged AS claimsChanged,
    l.claimsRemoved AS claimsRemoved, l.filesChanged + l.filesMoved + l.filesGone AS files, l.id AS id
ORDER BY load DESC, id
LIMIT 100;

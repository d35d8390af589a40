WITH upwards AS (
  SELECT id FROM term WHERE text IN (:rw || 'commandedBy', :rw || 'memberOf', :rw || 'partOf')
),
command AS (SELECT id FROM term WHERE text = :rw || 'commands'),
chain (junior) AS (
  SELECT value FROM json_each(:actor)
  UNION
  SELECT object FROM chain CROSS JOIN link ON subject = junior AND relation IN (SELECT id FROM upwards)
  UNION
  SELECT subject FROM chain CROSS JOIN link ON object = junior AND relation = (SELECT id FROM command)
)
SELECT junior, relation, object AS "senior",
  CASE origin WHEN 0 THEN 'asserted' ELSE 'registry' END AS "origin text"
FROM chain CROSS JOIN link ON subject = junior AND relation IN (SELECT id FROM upwards) AND origin <> 1
UNION
SELECT junior, (SELECT id FROM term WHERE text = :rw || 'commandedBy'), subject,
  CASE origin WHEN 0 THEN 'asserted' ELSE 'registry' END
FROM chain CROSS JOIN link ON object = junior AND relation = (SELECT id FROM command) AND origin <> 1

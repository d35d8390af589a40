WITH inside (place) AS (
  SELECT value FROM json_each(:place)
  UNION
  SELECT subject FROM inside JOIN link ON object = place AND relation = (SELECT id FROM term WHERE text = :rw || 'within')
),
lead (commander, force) AS (
  SELECT subject, object FROM link
  WHERE relation = (SELECT id FROM term WHERE text = :rw || 'commands')
    AND object IN (SELECT value FROM json_each(:force))  -- with force
  UNION
  SELECT object, subject FROM link
  WHERE relation = (SELECT id FROM term WHERE text = :rw || 'commandedBy')
    AND subject IN (SELECT value FROM json_each(:force))  -- with force
)
SELECT force, commander, c.object AS "where", c.modality, COUNT(DISTINCT c.document) AS "documents integer"
FROM lead CROSS JOIN claim c ON c.subject = commander
  AND c.relation IN (SELECT id FROM term WHERE text IN (:rw || 'presentIn', :rw || 'deploysTo'))
WHERE 1
  AND c.object IN (SELECT place FROM inside)  -- with place
GROUP BY force, commander, c.object, c.modality

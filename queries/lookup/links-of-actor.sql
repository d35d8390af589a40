WITH found AS (
  SELECT 'out' way, relation, object other, 'asserted' origin, modality, documents, voices FROM tie
  WHERE subject = :the_actor
  UNION ALL
  SELECT 'in', relation, subject, 'asserted', modality, documents, voices FROM tie WHERE object = :the_actor
  UNION ALL
  SELECT 'out', relation, object, 'inferred', NULL, NULL, NULL FROM link l
  WHERE subject = :the_actor AND origin = 1 AND NOT EXISTS (
    SELECT 1 FROM link WHERE subject = l.object AND relation = l.relation AND object = l.subject AND origin = 0
  )
  UNION ALL
  SELECT 'in', relation, subject, 'inferred', NULL, NULL, NULL FROM link l
  WHERE object = :the_actor AND origin = 1 AND NOT EXISTS (
    SELECT 1 FROM link WHERE subject = l.object AND relation = l.relation AND object = l.subject AND origin = 0
  )
)
SELECT way AS "direction text", relation, other, origin AS "origin text", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM found
WHERE 1
  AND way IN (SELECT value FROM json_each(:direction))  -- with direction
  AND relation IN (SELECT value FROM json_each(:relation))  -- with relation
  AND modality IN (SELECT value FROM json_each(:modality))  -- with modality

WITH lies AS (SELECT id FROM term WHERE text = :rw || 'within'),
inside (place) AS (
  SELECT value FROM json_each(:place)
  UNION
  SELECT subject FROM inside CROSS JOIN link ON object = place AND relation = (SELECT id FROM lies)
),
told AS MATERIALIZED (
  SELECT * FROM tie
  WHERE relation IN (SELECT id FROM term WHERE text IN (:rw || 'presentIn', :rw || 'deploysTo', :rw || 'controls'))
    AND subject IN (SELECT value FROM json_each(:actor))  -- with actor
    AND object IN (SELECT place FROM inside)  -- with place
    AND relation IN (SELECT value FROM json_each(:relation))  -- with relation
    AND modality IN (SELECT value FROM json_each(:modality))  -- with modality
),
spot AS (SELECT DISTINCT object place FROM told),
around AS MATERIALIZED (
  SELECT DISTINCT place, w.object whole
  FROM spot CROSS JOIN link w ON w.subject = place AND w.relation = (SELECT id FROM lies)
  WHERE NOT EXISTS (
    SELECT 1 FROM link a CROSS JOIN link b
      ON b.subject = a.object AND b.relation = (SELECT id FROM lies) AND b.object = w.object
    WHERE a.subject = place AND a.relation = (SELECT id FROM lies) AND a.object NOT IN (place, w.object)
  )
)
SELECT subject AS "actor", relation, object AS "where", whole AS "within", modality, documents AS "documents integer",
  voices AS "sources integer"
FROM told LEFT JOIN around ON place = object

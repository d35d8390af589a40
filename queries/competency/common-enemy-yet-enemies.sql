WITH own AS MATERIALIZED (
  SELECT DISTINCT subject, object FROM link
  WHERE relation = (SELECT id FROM term WHERE text = :rw || 'fights')
    AND subject IN (SELECT value FROM json_each(:actor))  -- with actor
)
SELECT DISTINCT a.subject AS "actor", r.subject AS "rival", r.object AS "opponent"
FROM own a
CROSS JOIN link r ON r.subject = a.object AND r.relation = (SELECT id FROM term WHERE text = :rw || 'fights')
CROSS JOIN own o ON o.subject = a.subject AND o.object = r.object
WHERE r.subject <> r.object

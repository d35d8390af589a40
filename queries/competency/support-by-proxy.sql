WITH support AS (SELECT id FROM term WHERE text = :rw || 'supports')
SELECT DISTINCT b.subject AS "backer", t.subject AS "through", t.relation, t.object AS "actor", EXISTS (
    SELECT 1 FROM link
    WHERE subject = b.subject AND relation = (SELECT id FROM support) AND object = t.object
  ) AS "direct truth"
FROM link t CROSS JOIN link b ON b.object = t.subject AND b.relation = (SELECT id FROM support)
WHERE t.relation IN (SELECT id FROM term WHERE text IN (:rw || 'supports', :rw || 'commands'))
  AND t.object IN (SELECT value FROM json_each(:actor))  -- with actor
  AND b.subject IN (SELECT value FROM json_each(:backer))  -- with backer
  AND b.subject <> t.object

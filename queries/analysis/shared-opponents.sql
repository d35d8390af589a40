SELECT DISTINCT a.subject AS "one", b.subject AS "other", a.object AS "opponent", EXISTS (
    SELECT 1 FROM link
    WHERE subject = a.subject AND object = b.subject
      AND relation IN (SELECT id FROM term WHERE text IN (:rw || 'alliedWith', :rw || 'supports'))
  ) OR EXISTS (
    SELECT 1 FROM link
    WHERE subject = b.subject AND object = a.subject
      AND relation = (SELECT id FROM term WHERE text = :rw || 'supports')
  ) AS "allies truth"
FROM link a JOIN link b ON b.object = a.object AND b.relation = a.relation
WHERE a.relation = (SELECT id FROM term WHERE text = :rw || 'fights') AND a.subject <> b.subject
  AND a.subject IN (SELECT value FROM json_each(:one))  -- with one
  AND b.subject IN (SELECT value FROM json_each(:other))  -- with other
  AND a.object IN (SELECT value FROM json_each(:opponent))  -- with opponent

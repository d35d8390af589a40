SELECT DISTINCT a.subject AS "supporter", a.object AS "one", b.object AS "other", EXISTS (
    SELECT 1 FROM link
    WHERE subject = a.object AND object = b.object
      AND relation = (SELECT id FROM term WHERE text = :rw || 'fights')
  ) AS "enemies truth"
FROM link a JOIN link b ON b.subject = a.subject AND b.relation = a.relation
WHERE a.relation = (SELECT id FROM term WHERE text = :rw || 'supports') AND a.object <> b.object
  AND a.object IN (SELECT value FROM json_each(:one))  -- with one
  AND b.object IN (SELECT value FROM json_each(:other))  -- with other
  AND a.subject IN (SELECT value FROM json_each(:supporter))  -- with supporter

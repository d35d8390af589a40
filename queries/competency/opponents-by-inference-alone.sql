SELECT subject AS "actor", object AS "opponent"
FROM link
WHERE relation = (SELECT id FROM term WHERE text = :rw || 'opponentOf') AND origin = 1
  AND subject IN (SELECT value FROM json_each(:actor))  -- with actor
  AND (subject, object) NOT IN (
    SELECT subject, object FROM tie
    WHERE 1
      AND subject IN (SELECT value FROM json_each(:actor))  -- with actor
    UNION ALL
    SELECT object, subject FROM tie
    WHERE 1
      AND object IN (SELECT value FROM json_each(:actor))  -- with actor
  )

SELECT s.source, COUNT(DISTINCT c.id) AS "claims integer",
  COUNT(DISTINCT CASE m.text WHEN :rw || 'asserted' THEN c.id END) AS "asserted integer",
  COUNT(DISTINCT CASE m.text WHEN :rw || 'unconfirmed' THEN c.id END) AS "unconfirmed integer",
  COUNT(DISTINCT CASE m.text WHEN :rw || 'denied' THEN c.id END) AS "denied integer",
  COUNT(DISTINCT CASE m.text WHEN :rw || 'hypothetical' THEN c.id END) AS "hypothetical integer",
  COUNT(DISTINCT c.document) AS "documents integer"
FROM source s JOIN claim c ON c.id = s.claim JOIN term m ON m.id = c.modality
WHERE 1
  AND c.latest >= (SELECT MIN(value) FROM json_each(:since))  -- with since
  AND c.earliest <= (SELECT MAX(value) FROM json_each(:until))  -- with until
GROUP BY s.source

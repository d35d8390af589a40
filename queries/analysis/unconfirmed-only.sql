SELECT subject, relation, object, documents AS "documents integer", voices AS "sources integer"
FROM tie t
WHERE modality = (SELECT id FROM term WHERE text = :rw || 'unconfirmed')
  AND (subject IN (SELECT value FROM json_each(:actor)) OR object IN (SELECT value FROM json_each(:actor)))  -- with actor
  AND NOT EXISTS (
    SELECT 1 FROM tie a
    WHERE a.subject = t.subject AND a.relation = t.relation AND a.object = t.object
      AND a.modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
  )

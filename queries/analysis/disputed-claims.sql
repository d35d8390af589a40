SELECT no.subject, no.relation, no.object, no.claims AS "denials integer", :base || n.iri AS "denied_by",
  nd.iri AS "denied_in", yes.claims AS "assertions integer", :base || y.iri AS "asserted_by", yd.iri AS "asserted_in"
FROM tie no
JOIN tie yes USING (subject, relation, object)
JOIN claim n ON n.id = (
  SELECT id FROM claim c
  WHERE (c.subject, c.relation, c.object, c.modality) = (no.subject, no.relation, no.object, no.modality)
  ORDER BY iri LIMIT 1
)
JOIN claim y ON y.id = (
  SELECT id FROM claim c
  WHERE (c.subject, c.relation, c.object, c.modality) = (yes.subject, yes.relation, yes.object, yes.modality)
  ORDER BY iri LIMIT 1
)
JOIN document nd ON nd.id = n.document
JOIN document yd ON yd.id = y.document
WHERE no.modality = (SELECT id FROM term WHERE text = :rw || 'denied')
  AND yes.modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
  AND (no.subject IN (SELECT value FROM json_each(:actor)) OR no.object IN (SELECT value FROM json_each(:actor)))  -- with actor

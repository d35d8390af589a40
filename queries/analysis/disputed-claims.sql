SELECT no.subject, no.relation, no.object, no.claims AS "denials integer", :base || no.first AS "denied_by",
  nd.iri AS "denied_in", yes.claims AS "assertions integer", :base || yes.first AS "asserted_by", yd.iri AS "asserted_in"
FROM tie no
CROSS JOIN tie yes USING (subject, relation, object)
CROSS JOIN claim n ON n.iri = no.first
CROSS JOIN document nd ON nd.id = n.document
CROSS JOIN claim y ON y.iri = yes.first
CROSS JOIN document yd ON yd.id = y.document
WHERE no.modality = (SELECT id FROM term WHERE text = :rw || 'denied')
  AND yes.modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
  AND (no.subject IN (SELECT value FROM json_each(:actor)) OR no.object IN (SELECT value FROM json_each(:actor)))  -- with actor

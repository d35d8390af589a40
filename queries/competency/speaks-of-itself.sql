SELECT DISTINCT s.source, c.subject, c.relation, c.object, c.modality, :base || c.iri AS "claim", d.iri AS "document"
FROM source s JOIN claim c ON c.id = s.claim JOIN document d ON d.id = c.document
WHERE s.source IN (c.subject, c.object)
  AND s.source IN (SELECT value FROM json_each(:source))  -- with source

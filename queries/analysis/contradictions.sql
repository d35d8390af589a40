-- Pairs of which both is asserted are noted in "dispute"; what is hostile between two is found either way round.
WITH well AS MATERIALIZED (
  SELECT * FROM tie
  WHERE relation IN (SELECT value FROM json_each(:below_supports) UNION SELECT value FROM json_each(:below_alliedWith))
    AND modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
    AND (MIN(subject, object), MAX(subject, object)) IN (SELECT one, other FROM dispute)
    AND (subject IN (SELECT value FROM json_each(:actor)) OR object IN (SELECT value FROM json_each(:actor)))  -- with actor
),
way AS (
  SELECT subject one, object other, relation friendly, modality, subject, object FROM well
  UNION
  SELECT subject, object, relation, modality, object, subject FROM well
),
ill AS MATERIALIZED (
  SELECT one, other, friendly, i.relation, SUM(i.claims) claims, MIN((
    SELECT iri FROM claim c
    WHERE (c.subject, c.relation, c.object, c.modality) = (i.subject, i.relation, i.object, i.modality)
    ORDER BY iri LIMIT 1
  )) first
  FROM way CROSS JOIN tie i USING (subject, object, modality)
  WHERE i.relation IN (SELECT value FROM json_each(:below_fights) UNION SELECT value FROM json_each(:below_attacks))
  GROUP BY one, other, friendly, i.relation
)
SELECT one, other, friendly, w.claims AS "friendly_claims integer", :base || f.iri AS "friendly_claim",
  fd.iri AS "friendly_document", i.relation AS "hostile", i.claims AS "hostile_claims integer",
  :base || h.iri AS "hostile_claim", hd.iri AS "hostile_document"
FROM ill i
CROSS JOIN tie w ON (w.subject, w.relation, w.object) = (one, friendly, other)
  AND w.modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
CROSS JOIN claim f ON f.id = (
  SELECT id FROM claim c
  WHERE (c.subject, c.relation, c.object, c.modality) = (w.subject, w.relation, w.object, w.modality)
  ORDER BY iri LIMIT 1
)
CROSS JOIN document fd ON fd.id = f.document
CROSS JOIN claim h ON h.iri = i.first
CROSS JOIN document hd ON hd.id = h.document

-- Pairs of which both is asserted are noted in "dispute"; what is hostile between two is found either way round.
WITH well AS MATERIALIZED (
  SELECT * FROM tie
  WHERE relation IN (SELECT value FROM json_each(:below_supports) UNION SELECT value FROM json_each(:below_alliedWith))
    AND modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
    AND (MIN(subject, object), MAX(subject, object)) IN (SELECT one, other FROM dispute)
    AND (subject = :the_actor OR object = :the_actor)  -- with actor
),
way AS (
  SELECT subject one, object other, relation friendly, modality, subject, object FROM well
  UNION
  SELECT subject, object, relation, modality, object, subject FROM well
),
ill AS MATERIALIZED (
  SELECT one, other, friendly, i.relation, SUM(i.claims) claims, MIN(i.first) first
  FROM way CROSS JOIN tie i USING (subject, object, modality)
  WHERE i.relation IN (SELECT value FROM json_each(:below_fights) UNION SELECT value FROM json_each(:below_attacks))
  GROUP BY one, other, friendly, i.relation
)
SELECT one, other, friendly, w.claims AS "friendly_claims integer", :base || w.first AS "friendly_claim",
  fd.iri AS "friendly_document", i.relation AS "hostile", i.claims AS "hostile_claims integer",
  :base || i.first AS "hostile_claim", hd.iri AS "hostile_document"
FROM ill i
CROSS JOIN tie w ON (w.subject, w.relation, w.object) = (one, friendly, other)
  AND w.modality = (SELECT id FROM term WHERE text = :rw || 'asserted')
CROSS JOIN claim f ON f.iri = w.first
CROSS JOIN document fd ON fd.id = f.document
CROSS JOIN claim h ON h.iri = i.first
CROSS JOIN document hd ON hd.id = h.document

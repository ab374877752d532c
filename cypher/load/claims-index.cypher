// title: Claims of a type that has many are found by their id

// TYPE is put in by the store, from the vocabulary.
CREATE INDEX claim_id_TYPE IF NOT EXISTS FOR ()-[r:TYPE]-() ON (r.id)

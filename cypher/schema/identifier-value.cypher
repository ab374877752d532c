// title: Identifiers are found by their value alone
CREATE INDEX identifier_value IF NOT EXISTS FOR (i:Identifier) ON (i.value)

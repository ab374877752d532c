// title: Take the identifiers from entities that are written anew
// param: ids list
UNWIND $ids AS id
MATCH (:Entity {id: id})-[by:IDENTIFIED_BY]->(:Identifier)
DELETE by

-- Lets rows be stored again that name an id (hash), or one erased with it.
DELETE FROM erased WHERE erasure IN (SELECT erasure FROM erased WHERE hash = ?)

-- Gives second and later copies their own ids.
UPDATE staged
SET message_id = message_id || '.' || numbered.copy
FROM numbered
WHERE staged.slot = numbered.slot

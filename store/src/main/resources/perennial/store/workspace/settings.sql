-- The newest settings of the workspace.
SELECT document FROM definitions WHERE kind = 'workspace' ORDER BY version DESC LIMIT 1

-- How often rows were taken from the log.
SELECT max(number) FROM generation

-- The messages that were being sent, or picked to be, when the program ended.
SELECT campaign, decision, state FROM message_states WHERE state IN ('leased', 'sending')

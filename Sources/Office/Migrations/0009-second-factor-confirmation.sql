-- office/0009-second-factor-confirmation
-- Formerly 0010.

-- The secret of a second factor that is being put on, sealed, until its owner has confirmed it: it never leaves the server
-- but on the page that shows it.
alter table desk_session add column waiting_totp bytea;
alter table desk_session add column waiting_totp_at bigint;

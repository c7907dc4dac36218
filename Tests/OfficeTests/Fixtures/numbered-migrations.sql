-- A database that the program made while its migrations were numbered (0001 to 0016), with one imported report.
CREATE TABLE schema_migration (
  number bigint primary key, name text not null, sha256 text not null, applied_at bigint not null);
CREATE TABLE counter (
  name text primary key,
  value bigint not null
);
CREATE TABLE organization (
  id bigint primary key,
  region text not null,
  key text not null,
  name text, parent_id bigint references organization (id), jurisdiction text, kind text, state text not null default 'unfiled', code text, successor_id bigint references organization (id), ended text, ended_basis text,
  unique (region, key)
);
CREATE TABLE report (
  id bigint primary key,
  organization_id bigint not null references organization (id),
  year bigint,
  -- How many there are: the number of the newest one, too.
  versions bigint not null,
  unique (organization_id, year)
);
CREATE TABLE blob (
  sha256 text primary key,
  size bigint not null,
  bytes bytea not null
);
CREATE TABLE data_key (
  id bigint primary key,
  -- field, index, chain, token
  purpose text not null,
  wrapped bytea not null,
  made_at bigint not null,
  -- A retired key opens what it sealed and seals nothing more.
  retired_at bigint
);
CREATE TABLE subject_key (
  subject text primary key,
  wrapped bytea not null,
  made_at bigint not null
);
CREATE TABLE audit_event (
  sequence bigint primary key,
  at bigint not null,
  -- account:12, program, visitor
  actor text not null,
  organization_id bigint,
  capability text not null,
  action text not null,
  -- account:12, organization:3
  subject text not null,
  -- Names of the fields that changed, as a JSON list.
  fields text not null,
  -- What else is to be known, as a JSON object.
  facts text not null,
  -- Values of personal fields, under the subject's key.
  sealed bytea,
  -- The hash of the event before.
  previous text not null,
  -- Of all that, under the data key.
  key_id bigint not null,
  hash text not null
);
CREATE TABLE audit_head (
  id bigint primary key,
  sequence bigint not null,
  hash text not null,
  -- Over both, under the data key: the last events cannot be cut off unseen.
  seal text not null
);
CREATE TABLE organization_contact (
  organization_id bigint primary key references organization (id),
  address text,
  postcode text,
  hours text,
  phone text,
  fax text,
  email text,
  website text,
  disclosure_office text,
  disclosure_office_phone text,
  disclosure_office_address text
);
CREATE TABLE organization_leader (
  organization_id bigint not null references organization (id),
  position bigint not null,
  name text not null,
  title text not null,
  duties text not null,
  primary key (organization_id, position)
);
CREATE TABLE organization_name (
  organization_id bigint not null references organization (id),
  number bigint not null,
  region text not null,
  name text not null,
  key text not null,
  -- ISO days; nothing where not known, or where it still bears the name.
  since text,
  until text,
  basis text,
  primary key (organization_id, number)
);
CREATE TABLE account (
  id bigint primary key,
  -- The name to sign in with, as typed, and folded for look-ups.
  login text not null,
  login_key text not null unique,
  name text not null,
  -- Sealed.
  phone bytea,
  -- invited, active, left
  state text not null,
  -- scrypt$log2 rounds$block size$parallelism$salt$hash; none until the first link is used.
  password text,
  password_at bigint,
  -- Sealed secret of the second factor; none where it is not set up.
  totp bytea,
  -- The last step whose code was used: none is taken twice.
  totp_step bigint,
  made_at bigint not null,
  left_at bigint
);
CREATE TABLE account_role (
  account_id bigint not null references account (id),
  -- 0 for the administrators, who serve the whole site.
  organization_id bigint not null,
  role text not null,
  granted_at bigint not null,
  primary key (account_id, organization_id, role)
);
CREATE TABLE password_history (
  account_id bigint not null references account (id),
  set_at bigint not null,
  password text not null,
  primary key (account_id, set_at)
);
CREATE TABLE desk_session (
  -- SHA-256 of the token in the cookie.
  token text primary key,
  id bigint not null unique,
  account_id bigint not null references account (id),
  made_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  address text not null,
  agent text not null,
  ended_at bigint
, waiting_totp bytea, waiting_totp_at bigint);
CREATE TABLE one_time_link (
  -- SHA-256 of the token in the address.
  token text primary key,
  -- Of the person that it is for; none for the first administrators, who make their accounts with it.
  account_id bigint references account (id),
  role text,
  -- first, password, secondFactor
  purpose text not null,
  made_at bigint not null,
  expires_at bigint not null,
  used_at bigint
, issued_by text, waiting bigint not null default 0);
CREATE TABLE sign_in_failure (
  login text not null,
  address text not null,
  failures bigint not null,
  last_at bigint not null,
  primary key (login, address)
);
CREATE TABLE known_address (
  login text not null,
  address text not null,
  last_at bigint not null,
  primary key (login, address)
);
CREATE TABLE setting (
  name text primary key,
  -- JSON.
  value text not null,
  changed_at bigint not null
);
CREATE TABLE "report_version" (
  id bigint primary key,
  report_id bigint not null references report (id),
  organization_id bigint not null references organization (id),
  number bigint not null,
  -- As printed.
  organization text,
  file_name text not null,
  format text not null,
  bytes bigint not null,
  sha256 text not null,
  imported_at bigint not null,
  -- The whole report as JSON: what pages show, with every origin, row state and remark.
  snapshot text not null,
  -- The version of which a row was placed to make this one; none for an import.
  base_version_id bigint references "report_version" (id), state text not null default 'published', published_at bigint, is_current bigint not null default 0, withdrawn_at bigint, withdrawn_reason text, town_day bigint not null default 131, withdrawn_by bigint references account (id), withdrawn_above bigint not null default 0,
  unique (report_id, number)
);
CREATE TABLE "report_figure" (
  version_id bigint not null references "report_version" (id),
  cell text not null,
  -- count, amount, notApplicable, blank, absent
  kind text not null,
  -- Of a count.
  number bigint,
  -- Of an amount, as printed.
  amount text,
  unit text,
  line bigint not null,
  grid bigint not null,
  grid_row bigint not null,
  grid_column bigint not null,
  primary key (version_id, cell)
);
CREATE TABLE "report_finding" (
  version_id bigint not null references "report_version" (id),
  number bigint not null,
  -- The version of last year's report that the finding rests on; such findings follow the newest versions.
  previous_version_id bigint references "report_version" (id),
  rule text not null,
  severity text not null,
  message text not null,
  basis text not null,
  -- Names of cells, as a JSON list.
  cells text not null,
  -- JSON values.
  expected text,
  found text,
  -- Where it stands: a line as findings give it, and the place in a source of any format.
  line bigint,
  origin text not null,
  primary key (version_id, number)
);
CREATE TABLE report_placement (
  version_id bigint not null references report_version (id),
  -- requests.granted
  row_name text not null,
  -- None where no account did it.
  account_id bigint references account (id),
  placed_at bigint not null,
  primary key (version_id, row_name)
);
CREATE TABLE proposal (
  id bigint primary key,
  -- role, link, leaving
  kind text not null,
  account_id bigint not null references account (id),
  -- Of an administrator, for a role.
  role text,
  -- What the link is for, and the hash of its token, for a link.
  purpose text,
  token text,
  -- Who takes over, and which roles as "role 12, role 13", for a leaving.
  successor_id bigint references account (id),
  grants text,
  proposed_by bigint not null references account (id),
  proposed_at bigint not null,
  decided_by bigint references account (id),
  decided_at bigint,
  -- confirmed, declined, replaced (by a newer one), lapsed (its ground is gone)
  decision text
);
CREATE TABLE unrecorded_event (
  id bigint primary key,
  at bigint not null,
  -- site.backedUp, site.restored, site.moved
  action text not null,
  -- Where a move came from.
  place text
);
CREATE TABLE report_source (
  sha256 text primary key,
  -- In the encoding of SourceText; none where the file could not be read.
  encoded bytea,
  -- Why it could not be read; none where it could.
  problem text
);
CREATE TABLE organization_alias (
  organization_id bigint not null references organization (id),
  -- Folded as the names of the tree are.
  key text not null,
  name text not null,
  account_id bigint references account (id),
  confirmed_at bigint not null,
  primary key (organization_id, key)
);
CREATE TABLE report_return (
  id bigint primary key,
  version_id bigint not null references report_version (id),
  -- An ISO day.
  due text not null,
  note text,
  account_id bigint references account (id),
  returned_at bigint not null,
  -- When it was taken back.
  ended_at bigint
);
CREATE TABLE report_upload (
  id bigint primary key,
  account_id bigint not null references account (id),
  uploaded_at bigint not null
);
CREATE TABLE report_upload_file (
  upload_id bigint not null references report_upload (id),
  number bigint not null,
  name text not null,
  -- waiting: not read yet. unclear: whose report it is must be told. kept, known: as that version. refused: with a reason.
  outcome text not null,
  version_id bigint references report_version (id),
  reason text,
  -- The organization as the file prints it.
  organization text,
  year bigint,
  -- Of the file itself, while it is needed.
  sha256 text,
  primary key (upload_id, number)
);
INSERT INTO "audit_event" VALUES(1,1795547635980,'program',1,'organizations','organization.found','organization:1','[]','{"name":"青溪县柳渡乡","region":"青溪县"}',NULL,'0000000000000000000000000000000000000000000000000000000000000000',3,'219ebb58c6cd4162f1c5f4108a115c6cb48f65f231aa447f0cbc51e09aa93ab3');
INSERT INTO "audit_event" VALUES(2,1795547635980,'program',1,'reports','report.imported','report-version:1','[]','{"sha256":"82ba709f700f4d365db1d135825dd56a09ca826d061165e4dcb909fe8e7114a1","version":1,"state":"published","snapshot-code":"7d0beb38d144878630872ffab17e88c049838498143aab0f5c6b9675cf889cc3","source-code":"651ce0d35ebefc229eed2b8e53250a32ed4e43ea3bb38d493db17f1756ab3179"}',NULL,'219ebb58c6cd4162f1c5f4108a115c6cb48f65f231aa447f0cbc51e09aa93ab3',3,'a5a74cb7e9230ef2216462af54f8667729b6db4359a16959f26311d955b2d846');
INSERT INTO "audit_head" VALUES(1,2,'a5a74cb7e9230ef2216462af54f8667729b6db4359a16959f26311d955b2d846','30ef9635e6c4851fa196ce243e0d59ef3aacb8a03c4de5f977a120f4a6902649');
INSERT INTO "counter" VALUES('data_key',4);
INSERT INTO "counter" VALUES('files',0);
INSERT INTO "counter" VALUES('organization',1);
INSERT INTO "counter" VALUES('report',1);
INSERT INTO "counter" VALUES('report_version',1);
INSERT INTO "data_key" VALUES(1,'field',X'01000000002683C321090C23696EE28BE45B18D4FA8F2188DB92363B73EB78EFE19E5ECBF7747EF30741EA248AE014C7FBE102350334F26A20362EB72F76CD3F25',1795547635840,NULL);
INSERT INTO "data_key" VALUES(2,'index',X'0100000000A88D81DBAB6527609F6A0AB536639210F1E89A84EBDC3EBE34319E3E8EFA14D5A1CA8652A1BCC57701AAC6005C33B6143A0D24D53F1D631F61C1D82E',1795547635840,NULL);
INSERT INTO "data_key" VALUES(3,'chain',X'0100000000A51F6E57634692C4B92393E9521940F96B208D7F4E5AE3814349427FD480704C30DB9B5AF1C6A4A15ECA89DF6BD618F4EB1EB6F7C5843A006C1E6324',1795547635840,NULL);
INSERT INTO "data_key" VALUES(4,'token',X'0100000000F172D955DF14451007BEFD90FCB74279B67473011657080932D1B4160944E450070FEB3A918CA5CEE44D1E23C86723A369382DDAE466B1AA2D40DE8D',1795547635840,NULL);
INSERT INTO "organization" VALUES(1,'青溪县','柳渡乡','青溪县柳渡乡',NULL,NULL,NULL,'unfiled',NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(1,1,2021,1);
INSERT INTO "report_figure" VALUES(1,'proactive.regulations.made','notApplicable',NULL,NULL,NULL,16,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.regulations.repealed','notApplicable',NULL,NULL,NULL,16,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.regulations.inForce','notApplicable',NULL,NULL,NULL,16,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.normativeDocuments.made','count',0,NULL,NULL,17,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.normativeDocuments.repealed','count',1,NULL,NULL,17,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.normativeDocuments.inForce','count',4,NULL,NULL,17,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.licensing.decisions','count',12,NULL,NULL,20,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.penalties.decisions','count',0,NULL,NULL,23,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.coercion.decisions','count',0,NULL,NULL,24,0,0,0);
INSERT INTO "report_figure" VALUES(1,'proactive.fees.amount','amount',NULL,'0','万元',27,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.naturalPerson','count',2,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.business','count',0,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.research','count',0,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.socialOrganization','count',0,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.legalService','count',0,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.otherOrganization','count',0,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.received.total','count',2,NULL,NULL,35,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.naturalPerson','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.business','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.research','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.socialOrganization','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.legalService','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.otherOrganization','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedIn.total','count',0,NULL,NULL,36,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.naturalPerson','count',1,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.business','count',0,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.research','count',0,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.socialOrganization','count',0,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.legalService','count',0,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.otherOrganization','count',0,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.granted.total','count',1,NULL,NULL,37,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.naturalPerson','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.business','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.research','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.socialOrganization','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.legalService','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.otherOrganization','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.partlyGranted.total','count',0,NULL,NULL,38,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.naturalPerson','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.business','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.research','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.socialOrganization','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.legalService','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.otherOrganization','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedStateSecret.total','count',0,NULL,NULL,39,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.naturalPerson','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.business','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.research','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.socialOrganization','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.legalService','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.otherOrganization','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedForbiddenByLaw.total','count',0,NULL,NULL,40,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.naturalPerson','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.business','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.research','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.socialOrganization','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.legalService','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.otherOrganization','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedPublicSecurity.total','count',0,NULL,NULL,41,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.naturalPerson','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.business','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.research','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.socialOrganization','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.legalService','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.otherOrganization','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedThirdPartyRights.total','count',0,NULL,NULL,42,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.naturalPerson','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.business','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.research','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.socialOrganization','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.legalService','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.otherOrganization','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedInternalAffairs.total','count',0,NULL,NULL,43,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.naturalPerson','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.business','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.research','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.socialOrganization','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.legalService','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.otherOrganization','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedProcessInformation.total','count',0,NULL,NULL,44,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.naturalPerson','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.business','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.research','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.socialOrganization','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.legalService','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.otherOrganization','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedEnforcementFile.total','count',0,NULL,NULL,45,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.naturalPerson','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.business','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.research','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.socialOrganization','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.legalService','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.otherOrganization','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.refusedAdministrativeQuery.total','count',0,NULL,NULL,46,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.naturalPerson','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.business','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.research','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.socialOrganization','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.legalService','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.otherOrganization','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotHeld.total','count',0,NULL,NULL,47,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.naturalPerson','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.business','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.research','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.socialOrganization','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.legalService','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.otherOrganization','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableNotCompiled.total','count',0,NULL,NULL,48,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.naturalPerson','count',1,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.business','count',0,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.research','count',0,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.socialOrganization','count',0,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.legalService','count',0,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.otherOrganization','count',0,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.unableUnclear.total','count',1,NULL,NULL,49,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.naturalPerson','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.business','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.research','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.socialOrganization','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.legalService','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.otherOrganization','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPetition.total','count',0,NULL,NULL,50,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.naturalPerson','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.business','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.research','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.socialOrganization','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.legalService','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.otherOrganization','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedRepeated.total','count',0,NULL,NULL,51,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.naturalPerson','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.business','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.research','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.socialOrganization','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.legalService','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.otherOrganization','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedPublication.total','count',0,NULL,NULL,52,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.naturalPerson','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.business','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.research','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.socialOrganization','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.legalService','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.otherOrganization','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedExcessive.total','count',0,NULL,NULL,53,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.naturalPerson','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.business','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.research','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.socialOrganization','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.legalService','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.otherOrganization','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.declinedReissue.total','count',0,NULL,NULL,54,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.naturalPerson','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.business','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.research','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.socialOrganization','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.legalService','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.otherOrganization','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherNotSupplemented.total','count',0,NULL,NULL,55,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.naturalPerson','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.business','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.research','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.socialOrganization','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.legalService','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.otherOrganization','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherFeeUnpaid.total','count',0,NULL,NULL,56,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.naturalPerson','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.business','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.research','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.socialOrganization','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.legalService','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.otherOrganization','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.otherRemaining.total','count',0,NULL,NULL,57,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.naturalPerson','count',2,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.business','count',0,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.research','count',0,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.socialOrganization','count',0,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.legalService','count',0,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.otherOrganization','count',0,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.total.total','count',2,NULL,NULL,58,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.naturalPerson','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.business','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.research','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.socialOrganization','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.legalService','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.otherOrganization','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'requests.carriedOver.total','count',0,NULL,NULL,59,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.reconsideration.upheld','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.reconsideration.corrected','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.reconsideration.other','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.reconsideration.pending','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.reconsideration.total','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationDirect.upheld','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationDirect.corrected','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationDirect.other','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationDirect.pending','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationDirect.total','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationAfterReconsideration.upheld','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationAfterReconsideration.corrected','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationAfterReconsideration.other','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationAfterReconsideration.pending','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_figure" VALUES(1,'reviews.litigationAfterReconsideration.total','count',0,NULL,NULL,67,0,0,0);
INSERT INTO "report_source" VALUES('82ba709f700f4d365db1d135825dd56a09ca826d061165e4dcb909fe8e7114a1',X'0101023DE99D92E6BAAAE58EBFE69FB3E6B8A1E4B9A132303231E5B9B4E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E5B7A5E4BD9CE5B9B4E5BAA6E68AA5E5918A010300010453E69CACE68AA5E5918AE68980E58897E695B0E68DAEE79A84E7BB9FE8AEA1E69C9FE99990E887AA32303231E5B9B431E69C8831E697A5E8B5B7E887B332303231E5B9B43132E69C883331E697A5E6ADA2E3808201051FE58F91E5B883E697A5E69C9FEFBC9A32303232E5B9B431E69C883230E697A5010636E88194E7B3BBE696B9E5BC8FEFBC9AE99D92E6BAAAE58EBFE69FB3E6B8A1E4B9A1E694BFE58AA1E585ACE5BC80E58A9EE585ACE5AEA4010700010812E4B880E38081E680BBE4BD93E68385E586B501094EE69FB3E6B8A1E4B9A1E4BBA5E6B8A1E58FA3E5AE89E585A8E38081E6B894E4B89AE8A1A5E8B4B4E5928CE58DB1E688BFE694B9E980A0E4B8BAE9878DE782B9E585ACE5BC80E4BFA1E681AFE38082010A49E694B6E588B0E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB732E4BBB6EFBC8CE983BDE59CA8E4BA8CE58D81E4B8AAE5B7A5E4BD9CE697A5E58685E7AD94E5A48DE38082010B54E694BFE58AA1E585ACE5BC80E58DA0E7BBBCE59088E88083E6A0B8E59B9BE58886EFBC8CE7BEA4E4BC97E8AF84E8AEAEE6BBA1E6848FEFBC8CE6B2A1E69C89E8B4A3E4BBBBE8BFBDE7A9B6E4BA8BE9A1B9E38082010C00010D24E4BA8CE38081E4B8BBE58AA8E585ACE5BC80E694BFE5BA9CE4BFA1E681AFE68385E586B5010E00010F21E7ACACE4BA8CE58D81E69DA1E7ACACEFBC88E4B880EFBC89E9A1B9207C207C7C7C01104DE4BFA1E681AFE58685E5AEB9207C20E69CACE5B9B4E588B6E58F91E4BBB6E695B0207C20E69CACE5B9B4E5BA9FE6ADA2E4BBB6E695B0207C20E78EB0E8A18CE69C89E69588E4BBB6E695B0207C011114E8A784E7ABA0207C202F207C202F207C202F207C011223E8A18CE694BFE8A784E88C83E680A7E69687E4BBB6207C2030207C2031207C2034207C011321E7ACACE4BA8CE58D81E69DA1E7ACACEFBC88E4BA94EFBC89E9A1B9207C207C7C7C01142CE4BFA1E681AFE58685E5AEB9207C20E69CACE5B9B4E5A484E79086E586B3E5AE9AE695B0E9878F207C207C7C011516E8A18CE694BFE8AEB8E58FAF207C203132207C207C7C011621E7ACACE4BA8CE58D81E69DA1E7ACACEFBC88E585ADEFBC89E9A1B9207C207C7C7C01172CE4BFA1E681AFE58685E5AEB9207C20E69CACE5B9B4E5A484E79086E586B3E5AE9AE695B0E9878F207C207C7C011815E8A18CE694BFE5A484E7BD9A207C2030207C207C7C011915E8A18CE694BFE5BCBAE588B6207C2030207C207C7C011A21E7ACACE4BA8CE58D81E69DA1E7ACACEFBC88E585ABEFBC89E9A1B9207C207C7C7C011B3BE4BFA1E681AFE58685E5AEB9207C20E69CACE5B9B4E694B6E8B4B9E98791E9A29DEFBC88E58D95E4BD8DEFBC9AE4B887E58583EFBC89207C207C7C011C1EE8A18CE694BFE4BA8BE4B89AE680A7E694B6E8B4B9207C2030207C207C7C011D00011E00011F33E4B889E38081E694B6E588B0E5928CE5A484E79086E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB7E68385E586B501200001218201EFBC88E69CACE58897E695B0E68DAEE79A84E58BBEE7A8BDE585B3E7B3BBE4B8BAEFBC9AE7ACACE4B880E9A1B9E58AA0E7ACACE4BA8CE9A1B9E4B98BE5928CEFBC8CE7AD89E4BA8EE7ACACE4B889E9A1B9E58AA0E7ACACE59B9BE9A1B9E4B98BE5928CEFBC89207C20E794B3E8AFB7E4BABAE68385E586B5207C207C7C7C7C7C7C7C012233E887AAE784B6E4BABA207C20E6B395E4BABAE68896E585B6E4BB96E7BB84E7BB87207C20E680BBE8AEA1207C207C7C7C7C7C7C012355E59586E4B89AE4BC81E4B89A207C20E7A791E7A094E69CBAE69E84207C20E7A4BEE4BC9AE585ACE79B8AE7BB84E7BB87207C20E6B395E5BE8BE69C8DE58AA1E69CBAE69E84207C20E585B6E4BB96207C207C7C7C7C012450E4B880E38081E69CACE5B9B4E696B0E694B6E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB7E695B0E9878F207C2032207C2030207C2030207C2030207C2030207C2030207C2032207C207C012550E4BA8CE38081E4B88AE5B9B4E7BB93E8BDACE694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB7E695B0E9878F207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012651E4B889E38081E69CACE5B9B4E5BAA6E58A9EE79086E7BB93E69E9C207C20EFBC88E4B880EFBC89E4BA88E4BBA5E585ACE5BC80207C2031207C2030207C2030207C2030207C2030207C2030207C2031207C012774EFBC88E4BA8CEFBC89E983A8E58886E585ACE5BC80EFBC88E58CBAE58886E5A484E79086E79A84EFBC8CE58FAAE8AEA1E8BF99E4B880E68385E5BDA2EFBC8CE4B88DE8AEA1E585B6E4BB96E68385E5BDA2EFBC89207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C01284AEFBC88E4B889EFBC89E4B88DE4BA88E585ACE5BC80207C20312EE5B19EE4BA8EE59BBDE5AEB6E7A798E5AF86207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C012946322EE585B6E4BB96E6B395E5BE8BE8A18CE694BFE6B395E8A784E7A681E6ADA2E585ACE5BC80207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012A40332EE58DB1E58F8AE2809CE4B889E5AE89E585A8E4B880E7A8B3E5AE9AE2809D207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012B3D342EE4BF9DE68AA4E7ACACE4B889E696B9E59088E6B395E69D83E79B8A207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012C40352EE5B19EE4BA8EE4B889E7B1BBE58685E983A8E4BA8BE58AA1E4BFA1E681AF207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012D3D362EE5B19EE4BA8EE59B9BE7B1BBE8BF87E7A88BE680A7E4BFA1E681AF207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012E3A372EE5B19EE4BA8EE8A18CE694BFE689A7E6B395E6A188E58DB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C012F3A382EE5B19EE4BA8EE8A18CE694BFE69FA5E8AFA2E4BA8BE9A1B9207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C01305CEFBC88E59B9BEFBC89E697A0E6B395E68F90E4BE9B207C20312EE69CACE69CBAE585B3E4B88DE68E8CE68FA1E79BB8E585B3E694BFE5BA9CE4BFA1E681AF207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C013146322EE6B2A1E69C89E78EB0E68890E4BFA1E681AFE99C80E8A681E58FA6E8A18CE588B6E4BD9C207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013243332EE8A1A5E6ADA3E5908EE794B3E8AFB7E58685E5AEB9E4BB8DE4B88DE6988EE7A1AE207C2031207C2030207C2030207C2030207C2030207C2030207C2031207C207C013353EFBC88E4BA94EFBC89E4B88DE4BA88E5A484E79086207C20312EE4BFA1E8AEBFE4B8BEE68AA5E68A95E8AF89E7B1BBE794B3E8AFB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C01342E322EE9878DE5A48DE794B3E8AFB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C01353D332EE8A681E6B182E68F90E4BE9BE585ACE5BC80E587BAE78988E789A9207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013643342EE697A0E6ADA3E5BD93E79086E794B1E5A4A7E9878FE58F8DE5A48DE794B3E8AFB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013758352EE8A681E6B182E8A18CE694BFE69CBAE585B3E7A1AEE8AEA4E68896E9878DE696B0E587BAE585B7E5B7B2E88EB7E58F96E4BFA1E681AF207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C01389501EFBC88E585ADEFBC89E585B6E4BB96E5A484E79086207C20312EE794B3E8AFB7E4BABAE697A0E6ADA3E5BD93E79086E794B1E980BEE69C9FE4B88DE8A1A5E6ADA3E38081E8A18CE694BFE69CBAE585B3E4B88DE5868DE5A484E79086E585B6E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C01398B01322EE794B3E8AFB7E4BABAE980BEE69C9FE69CAAE68C89E694B6E8B4B9E9809AE79FA5E8A681E6B182E7BCB4E7BAB3E8B4B9E794A8E38081E8A18CE694BFE69CBAE585B3E4B88DE5868DE5A484E79086E585B6E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E794B3E8AFB7207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013A28332EE585B6E4BB96207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013B2FEFBC88E4B883EFBC89E680BBE8AEA1207C2032207C2030207C2030207C2030207C2030207C2030207C2032207C207C013C41E59B9BE38081E7BB93E8BDACE4B88BE5B9B4E5BAA6E7BBA7E7BBADE58A9EE79086207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C207C013D00013E00013F39E59B9BE38081E694BFE5BA9CE4BFA1E681AFE585ACE5BC80E8A18CE694BFE5A48DE8AEAEE38081E8A18CE694BFE8AF89E8AEBCE68385E586B501400001412BE8A18CE694BFE5A48DE8AEAE207C20E8A18CE694BFE8AF89E8AEBC207C207C7C7C7C7C7C7C7C7C7C7C7C7C01427AE7BB93E69E9CE7BBB4E68C81207C20E7BB93E69E9CE7BAA0E6ADA3207C20E585B6E4BB96E7BB93E69E9C207C20E5B09AE69CAAE5AEA1E7BB93207C20E680BBE8AEA1207C20E69CAAE7BB8FE5A48DE8AEAEE79BB4E68EA5E8B5B7E8AF89207C20E5A48DE8AEAEE5908EE8B5B7E8AF89207C207C7C7C7C7C7C7C7C01438F01E7BB93E69E9CE7BBB4E68C81207C20E7BB93E69E9CE7BAA0E6ADA3207C20E585B6E4BB96E7BB93E69E9C207C20E5B09AE69CAAE5AEA1E7BB93207C20E680BBE8AEA1207C20E7BB93E69E9CE7BBB4E68C81207C20E7BB93E69E9CE7BAA0E6ADA3207C20E585B6E4BB96E7BB93E69E9C207C20E5B09AE69CAAE5AEA1E7BB93207C20E680BBE8AEA1207C207C7C7C7C7C01443B30207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C2030207C01450001460001472AE4BA94E38081E5AD98E59CA8E79A84E4B8BBE8A681E997AEE9A298E58F8AE694B9E8BF9BE68385E586B501484BE4BFA1E681AFE59198E4B880E4BABAE5A49AE5B297E38082E8AEA1E58892E59CA8E4B8A4E4B8AAE78987E58CBAE59084E5A29EE58AA0E4B880E5908DE585BCE8818CE4BABAE59198E38082014900014A21E585ADE38081E585B6E4BB96E99C80E8A681E68AA5E5918AE79A84E4BA8BE9A1B9014B4BE69CACE5B9B4E5BAA6E6B2A1E69C89E694B6E58F96E4BFA1E681AFE5A484E79086E8B4B9E38082E6B2A1E69C89E585B6E4BB96E99C80E8A681E68AA5E5918AE79A84E4BA8BE9A1B9E38082',NULL);
INSERT INTO "report_version" VALUES(1,1,1,1,'青溪县柳渡乡','柳渡乡2021年.txt','text',3944,'82ba709f700f4d365db1d135825dd56a09ca826d061165e4dcb909fe8e7114a1',1795547635980,'{"format":1,"narrative":{"figures":[{"meaning":"received","origin":"9","quote":"收到政府信息公开申请2件","value":2}],"namedYears":[{"origin":"1","quote":"2021年政府信息公开工作年度报告","year":2021}],"periods":[{"first":18628,"last":18992,"origin":"3","quote":"2021年1月1日起至2021年12月31日"}],"publication":{"basis":"发布信息","day":19012,"origin":"4"},"sections":[{"heading":"总体情况","number":1,"origin":"7","text":"柳渡乡以渡口安全、渔业补贴和危房改造为重点公开信息。\n收到政府信息公开申请2件，都在二十个工作日内答复。\n政务公开占综合考核四分，群众评议满意，没有责任追究事项。\n","topic":1},{"heading":"主动公开政府信息情况","number":2,"origin":"12","text":"","topic":2},{"heading":"收到和处理政府信息公开申请情况","number":3,"origin":"30","text":"","topic":3},{"heading":"政府信息公开行政复议、行政诉讼情况","number":4,"origin":"62","text":"","topic":4},{"heading":"存在的主要问题及改进情况","number":5,"origin":"70","text":"信息员一人多岗。计划在两个片区各增加一名兼职人员。\n","topic":5},{"heading":"其他需要报告的事项","number":6,"origin":"73","text":"本年度没有收取信息处理费。没有其他需要报告的事项。\n","topic":6}],"sums":[],"title":"青溪县柳渡乡2021年政府信息公开工作年度报告","titleLine":"1","titleYear":2021,"topics":["社会评议","考核","责任追究"]},"organization":"青溪县柳渡乡","proactive":[{"form":"2021","isPrinted":true,"item":1,"origin":"14","rows":[{"cells":["/","/","/"],"columns":["made","repealed","inForce"],"name":"proactive.regulations","origin":"16","origins":["16","16","16"],"state":"placed"},{"cells":["0","1","4"],"columns":["made","repealed","inForce"],"name":"proactive.normativeDocuments","origin":"17","origins":["17","17","17"],"state":"placed"}]},{"form":"2021","isPrinted":true,"item":5,"origin":"18","rows":[{"cells":["12"],"columns":["decisions"],"name":"proactive.licensing","origin":"20","origins":["20"],"state":"placed"}]},{"form":"2021","isPrinted":true,"item":6,"origin":"21","rows":[{"cells":["0"],"columns":["decisions"],"name":"proactive.penalties","origin":"23","origins":["23"],"state":"placed"},{"cells":["0"],"columns":["decisions"],"name":"proactive.coercion","origin":"24","origins":["24"],"state":"placed"}]},{"form":"2021","isPrinted":true,"item":8,"origin":"25","rows":[{"cells":["=0 万元"],"columns":["amount"],"name":"proactive.fees","origin":"27","origins":["27"],"state":"placed"}]}],"remarks":[],"requests":{"form":"2021","rows":[{"cells":["2","0","0","0","0","0","2"],"name":"requests.received","origin":"35","origins":["35","35","35","35","35","35","35"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.carriedIn","origin":"36","origins":["36","36","36","36","36","36","36"],"state":"placed"},{"cells":["1","0","0","0","0","0","1"],"name":"requests.granted","origin":"37","origins":["37","37","37","37","37","37","37"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.partlyGranted","origin":"38","origins":["38","38","38","38","38","38","38"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedStateSecret","origin":"39","origins":["39","39","39","39","39","39","39"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedForbiddenByLaw","origin":"40","origins":["40","40","40","40","40","40","40"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedPublicSecurity","origin":"41","origins":["41","41","41","41","41","41","41"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedThirdPartyRights","origin":"42","origins":["42","42","42","42","42","42","42"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedInternalAffairs","origin":"43","origins":["43","43","43","43","43","43","43"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedProcessInformation","origin":"44","origins":["44","44","44","44","44","44","44"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedEnforcementFile","origin":"45","origins":["45","45","45","45","45","45","45"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.refusedAdministrativeQuery","origin":"46","origins":["46","46","46","46","46","46","46"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.unableNotHeld","origin":"47","origins":["47","47","47","47","47","47","47"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.unableNotCompiled","origin":"48","origins":["48","48","48","48","48","48","48"],"state":"placed"},{"cells":["1","0","0","0","0","0","1"],"name":"requests.unableUnclear","origin":"49","origins":["49","49","49","49","49","49","49"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.declinedPetition","origin":"50","origins":["50","50","50","50","50","50","50"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.declinedRepeated","origin":"51","origins":["51","51","51","51","51","51","51"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.declinedPublication","origin":"52","origins":["52","52","52","52","52","52","52"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.declinedExcessive","origin":"53","origins":["53","53","53","53","53","53","53"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.declinedReissue","origin":"54","origins":["54","54","54","54","54","54","54"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.otherNotSupplemented","origin":"55","origins":["55","55","55","55","55","55","55"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.otherFeeUnpaid","origin":"56","origins":["56","56","56","56","56","56","56"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.otherRemaining","origin":"57","origins":["57","57","57","57","57","57","57"],"state":"placed"},{"cells":["2","0","0","0","0","0","2"],"name":"requests.total","origin":"58","origins":["58","58","58","58","58","58","58"],"state":"placed"},{"cells":["0","0","0","0","0","0","0"],"name":"requests.carriedOver","origin":"59","origins":["59","59","59","59","59","59","59"],"state":"placed"}]},"reviews":[{"cells":["0","0","0","0","0"],"name":"reviews.reconsideration","origin":"67","origins":["67","67","67","67","67"],"state":"placed"},{"cells":["0","0","0","0","0"],"name":"reviews.litigationDirect","origin":"67","origins":["67","67","67","67","67"],"state":"placed"},{"cells":["0","0","0","0","0"],"name":"reviews.litigationAfterReconsideration","origin":"67","origins":["67","67","67","67","67"],"state":"placed"}],"source":{"bytes":3944,"format":"text","name":"柳渡乡2021年.txt","sha256":"82ba709f700f4d365db1d135825dd56a09ca826d061165e4dcb909fe8e7114a1"},"template":"2021","year":2021}',NULL,'published',1795547635980,1,NULL,NULL,131,NULL,0);
INSERT INTO "schema_migration" VALUES(1,'reports','f67df06bd7fc71ae32098e65a45fec0c0840accea43913c947721ceb0f784df5',1795547635840);
INSERT INTO "schema_migration" VALUES(2,'blobs','5fe5a0863f6059771416b96ffb27831bde9b71e95987a4a28587bc3902b31194',1795547635840);
INSERT INTO "schema_migration" VALUES(3,'audit','0ddf5d0c8d60c9bfc3d4c7994a1ecb82d75de43ca76f5a79f0ea499557e10fd6',1795547635840);
INSERT INTO "schema_migration" VALUES(4,'organizations','8e197ace63168c96248fa9bd263670a0172712fa24d5143096610825ed73336f',1795547635840);
INSERT INTO "schema_migration" VALUES(5,'accounts','056b90f9ba27654f963aa39f6505dae0e99ccefc5d7d21168ce72c0ed407b00b',1795547635840);
INSERT INTO "schema_migration" VALUES(6,'settings','b56eded2e2947631d9191640a378d353409d7505ac618fa0dae2a8d53a5344fe',1795547635840);
INSERT INTO "schema_migration" VALUES(7,'placements','49b8bb0cc9a4ee41e9197bd527890e2ef0572313414da2ae1f0ef2789ebbf8ee',1795547635840);
INSERT INTO "schema_migration" VALUES(8,'proposals','cf36b7f4743cc430bd834d4ae7b14a7107f8d1ffb283fc2d94df8e1c1efbbcfd',1795547635840);
INSERT INTO "schema_migration" VALUES(9,'report-source','3b4f3d37eb3b6ace71f5c8c1849f09b9c80e27cb7b16d467437dc2c3b7246b21',1795547635840);
INSERT INTO "schema_migration" VALUES(10,'second-factor-confirmation','a70cbde7cef1f9a17a9683068669488b991d97725fe225323e20dd8f09c1c461',1795547635840);
INSERT INTO "schema_migration" VALUES(14,'report-states','5aea8147de8160a2b88fa97e7f9c31e104d5673244e3c03361611a0558d74078',1795547635840);
INSERT INTO "schema_migration" VALUES(15,'town-day','0ab1f1de562bb8d7f97709858127e29b283139526ec1edb037eee85c461aa859',1795547635840);
INSERT INTO "schema_migration" VALUES(16,'withdrawals','77db87409acfe748cb4f69364367cfcdd6235ce8f78a96ed0c2a10702d216532',1795547635840);
CREATE INDEX report_year on report (year);
CREATE INDEX audit_event_at on audit_event (at);
CREATE INDEX audit_event_subject on audit_event (subject, sequence);
CREATE INDEX audit_event_actor on audit_event (actor, sequence);
CREATE UNIQUE INDEX organization_code on organization (code);
CREATE INDEX organization_parent on organization (parent_id);
CREATE INDEX organization_name_key on organization_name (region, key);
CREATE INDEX account_role_organization on account_role (organization_id);
CREATE INDEX desk_session_account on desk_session (account_id);
CREATE UNIQUE INDEX report_version_import on report_version (organization_id, sha256) where base_version_id is null;
CREATE INDEX report_version_file on report_version (organization_id, sha256);
CREATE INDEX report_finding_rule on report_finding (rule, version_id);
CREATE INDEX proposal_open on proposal (decided_at);
CREATE INDEX sign_in_failure_last on sign_in_failure (last_at);
CREATE INDEX known_address_last on known_address (last_at);
CREATE INDEX audit_event_capability on audit_event (capability, sequence);
CREATE INDEX report_version_imported on report_version (imported_at, id);
CREATE UNIQUE INDEX report_version_current on report_version (report_id) where is_current = 1;
CREATE INDEX organization_alias_key on organization_alias (key);
CREATE INDEX report_return_version on report_return (version_id);
CREATE INDEX report_version_town_day on report_version (town_day);

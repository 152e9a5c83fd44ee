CREATE TABLE change (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid INTEGER NOT NULL,
	at DATETIME NOT NULL,
	author TEXT NOT NULL,
	device TEXT NOT NULL,
	label TEXT NOT NULL,
	about TEXT NOT NULL,
	batch TEXT,
	reverts INTEGER,
	CONSTRAINT uq_change_uid UNIQUE (uid)
);
CREATE TABLE cell (
	seq INTEGER NOT NULL,
	change_id INTEGER NOT NULL,
	verb INTEGER NOT NULL,
	entity TEXT NOT NULL,
	entity_id INTEGER NOT NULL,
	attribute TEXT,
	old ,
	new ,
	CONSTRAINT pk_cell PRIMARY KEY (seq)
);
CREATE INDEX ix_cell_change ON cell (change_id);
CREATE INDEX ix_cell_entity ON cell (entity_id);
CREATE TABLE person (
	name TEXT NOT NULL,
	given_name TEXT,
	family_name TEXT,
	salutation TEXT,
	language TEXT,
	is_placeholder BOOLEAN NOT NULL,
	birthday DATE,
	rhythm_days INTEGER,
	last_contact_on DATE,
	note TEXT,
	tags TEXT,
	photo BLOB,
	external_id TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE INDEX ix_person_name ON person (name);
CREATE INDEX ix_person_external_id ON person (external_id) WHERE external_id IS NOT NULL;
CREATE TABLE draft (
	id INTEGER NOT NULL,
	entity TEXT NOT NULL,
	entity_id INTEGER NOT NULL,
	attribute TEXT NOT NULL,
	text TEXT NOT NULL,
	CONSTRAINT pk_draft PRIMARY KEY (id),
	CONSTRAINT uq_draft_place UNIQUE (entity, entity_id, attribute)
);
CREATE TABLE portfolio_setting (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_portfolio_setting PRIMARY KEY (id),
	CONSTRAINT uq_portfolio_setting_key UNIQUE ("key")
);
CREATE TABLE department (
	name TEXT NOT NULL,
	code TEXT NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_department PRIMARY KEY (id)
);
CREATE TABLE contact_point (
	person_id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	value TEXT NOT NULL,
	label TEXT,
	digits TEXT,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_contact_point PRIMARY KEY (id),
	CONSTRAINT fk_contact_point_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_contact_point_person_id ON contact_point (person_id);
CREATE INDEX ix_contact_point_value ON contact_point (value);
CREATE TABLE member (
	name TEXT NOT NULL,
	initials TEXT,
	title TEXT,
	department_id INTEGER,
	manager_id INTEGER,
	office TEXT,
	email TEXT,
	phone TEXT,
	hours_per_week DOUBLE,
	is_me BOOLEAN NOT NULL,
	left_on DATE,
	note TEXT,
	external_id TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_member PRIMARY KEY (id),
	CONSTRAINT fk_member_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL,
	CONSTRAINT fk_member_manager_id FOREIGN KEY(manager_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_member_name ON member (name);
CREATE INDEX ix_member_department_id ON member (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX ix_member_external_id ON member (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ix_member_manager_id ON member (manager_id) WHERE manager_id IS NOT NULL;
CREATE TABLE account (
	name TEXT NOT NULL,
	tier VARCHAR(20) NOT NULL,
	lifecycle VARCHAR(20) NOT NULL,
	parent_id INTEGER,
	owner_id INTEGER,
	sector TEXT,
	tax_id TEXT,
	website TEXT,
	phone TEXT,
	email TEXT,
	employees INTEGER,
	revenue INTEGER,
	invoiced INTEGER,
	currency TEXT NOT NULL,
	founded INTEGER,
	customer_since INTEGER,
	rhythm_days INTEGER,
	renewal_on DATE,
	last_contact_on DATE,
	health VARCHAR(20) NOT NULL,
	health_reason TEXT,
	health_on DATE,
	tags TEXT,
	language TEXT,
	notes TEXT,
	external_id TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_account PRIMARY KEY (id),
	CONSTRAINT fk_account_parent_id FOREIGN KEY(parent_id) REFERENCES account (id) ON DELETE SET NULL,
	CONSTRAINT fk_account_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_account_tax_id ON account (tax_id) WHERE tax_id IS NOT NULL;
CREATE INDEX ix_account_email ON account (email) WHERE email IS NOT NULL;
CREATE INDEX ix_account_external_id ON account (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ix_account_name ON account (name);
CREATE INDEX ix_account_owner_id ON account (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX ix_account_parent_id ON account (parent_id) WHERE parent_id IS NOT NULL;
CREATE TABLE unit (
	account_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR(20) NOT NULL,
	parent_id INTEGER,
	place TEXT,
	headcount INTEGER,
	buys BOOLEAN,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_unit PRIMARY KEY (id),
	CONSTRAINT fk_unit_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_unit_parent_id FOREIGN KEY(parent_id) REFERENCES unit (id) ON DELETE SET NULL
);
CREATE INDEX ix_unit_parent_id ON unit (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX ix_unit_account_id ON unit (account_id);
CREATE TABLE address (
	account_id INTEGER NOT NULL,
	label TEXT,
	street TEXT,
	postcode TEXT,
	city TEXT,
	region TEXT,
	country TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_address PRIMARY KEY (id),
	CONSTRAINT fk_address_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX ix_address_account_id ON address (account_id);
CREATE TABLE fact (
	account_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	value TEXT NOT NULL,
	source TEXT,
	as_of DATE,
	confidence VARCHAR(20) NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_fact PRIMARY KEY (id),
	CONSTRAINT fk_fact_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX ix_fact_account_id ON fact (account_id);
CREATE TABLE contact_role (
	person_id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	title TEXT,
	department TEXT,
	since DATE,
	until DATE,
	is_primary BOOLEAN NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_contact_role PRIMARY KEY (id),
	CONSTRAINT fk_contact_role_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
	CONSTRAINT fk_contact_role_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE INDEX ix_contact_role_person_id ON contact_role (person_id);
CREATE INDEX ix_contact_role_account_id ON contact_role (account_id);
CREATE TABLE assessment (
	person_id INTEGER NOT NULL,
	account_id INTEGER NOT NULL,
	made_on DATE NOT NULL,
	author TEXT,
	influence VARCHAR(20),
	attitude VARCHAR(20) NOT NULL,
	buying_role VARCHAR(20),
	owner_id INTEGER,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_assessment PRIMARY KEY (id),
	CONSTRAINT fk_assessment_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
	CONSTRAINT fk_assessment_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_assessment_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_assessment_account_id ON assessment (account_id);
CREATE INDEX ix_assessment_person_id ON assessment (person_id);
CREATE INDEX ix_assessment_owner_id ON assessment (owner_id) WHERE owner_id IS NOT NULL;
CREATE TABLE meeting (
	title TEXT NOT NULL,
	day DATE NOT NULL,
	account_id INTEGER,
	kind VARCHAR(20) NOT NULL,
	status VARCHAR(20) NOT NULL,
	start TIME,
	minutes INTEGER,
	end_day DATE,
	time_zone TEXT NOT NULL,
	starts_at DATETIME,
	purpose TEXT,
	outcome TEXT,
	place TEXT,
	phone TEXT,
	say TEXT,
	do_not_say TEXT,
	numbers TEXT,
	notes TEXT,
	rule TEXT,
	excluded TEXT,
	series_id INTEGER,
	occurrence_on DATE,
	external_id TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_meeting PRIMARY KEY (id),
	CONSTRAINT fk_meeting_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_meeting_series_id FOREIGN KEY(series_id) REFERENCES meeting (id) ON DELETE CASCADE
);
CREATE INDEX ix_meeting_series_id ON meeting (series_id) WHERE series_id IS NOT NULL;
CREATE INDEX ix_meeting_day ON meeting (day);
CREATE INDEX ix_meeting_starts_at ON meeting (starts_at) WHERE starts_at IS NOT NULL;
CREATE INDEX ix_meeting_external_id ON meeting (external_id) WHERE external_id IS NOT NULL;
CREATE INDEX ix_meeting_account_id ON meeting (account_id) WHERE account_id IS NOT NULL;
CREATE TABLE "plan" (
	account_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	starts_on DATE NOT NULL,
	ends_on DATE NOT NULL,
	status VARCHAR(20) NOT NULL,
	version TEXT NOT NULL,
	owner_id INTEGER,
	sponsor_id INTEGER,
	mission TEXT,
	summary TEXT,
	asks TEXT,
	next_review_on DATE,
	id INTEGER NOT NULL,
	CONSTRAINT pk_plan PRIMARY KEY (id),
	CONSTRAINT fk_plan_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_plan_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_plan_sponsor_id FOREIGN KEY(sponsor_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_plan_owner_id ON "plan" (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX ix_plan_sponsor_id ON "plan" (sponsor_id) WHERE sponsor_id IS NOT NULL;
CREATE INDEX ix_plan_account_id ON "plan" (account_id);
CREATE TABLE assignment (
	account_id INTEGER NOT NULL,
	member_id INTEGER NOT NULL,
	role VARCHAR(20) NOT NULL,
	hours_per_week DOUBLE,
	since DATE,
	until DATE,
	id INTEGER NOT NULL,
	CONSTRAINT pk_assignment PRIMARY KEY (id),
	CONSTRAINT fk_assignment_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_assignment_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX ix_assignment_account_id ON assignment (account_id);
CREATE INDEX ix_assignment_member_id ON assignment (member_id);
CREATE TABLE seat (
	account_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	unit_id INTEGER,
	reports_to_id INTEGER,
	person_id INTEGER,
	vacant_since DATE,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_seat PRIMARY KEY (id),
	CONSTRAINT fk_seat_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_seat_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id) ON DELETE SET NULL,
	CONSTRAINT fk_seat_reports_to_id FOREIGN KEY(reports_to_id) REFERENCES seat (id) ON DELETE SET NULL,
	CONSTRAINT fk_seat_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX ix_seat_unit_id ON seat (unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX ix_seat_account_id ON seat (account_id);
CREATE INDEX ix_seat_person_id ON seat (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ix_seat_reports_to_id ON seat (reports_to_id) WHERE reports_to_id IS NOT NULL;
CREATE TABLE attendance (
	meeting_id INTEGER NOT NULL,
	person_id INTEGER,
	member_id INTEGER,
	name TEXT,
	note TEXT,
	was_present BOOLEAN,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_attendance PRIMARY KEY (id),
	CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_attendance_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE,
	CONSTRAINT fk_attendance_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE CASCADE
);
CREATE INDEX ix_attendance_person_id ON attendance (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ix_attendance_member_id ON attendance (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE TABLE agenda_point (
	meeting_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	position INTEGER NOT NULL,
	minutes INTEGER,
	member_id INTEGER,
	person_id INTEGER,
	result TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_agenda_point PRIMARY KEY (id),
	CONSTRAINT fk_agenda_point_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE,
	CONSTRAINT fk_agenda_point_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_agenda_point_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL
);
CREATE INDEX ix_agenda_point_person_id ON agenda_point (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ix_agenda_point_member_id ON agenda_point (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_agenda_point_meeting_id ON agenda_point (meeting_id);
CREATE TABLE decision (
	meeting_id INTEGER NOT NULL,
	text TEXT NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT fk_decision_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE CASCADE
);
CREATE INDEX ix_decision_meeting_id ON decision (meeting_id);
CREATE TABLE objective (
	plan_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	position INTEGER NOT NULL,
	why TEXT,
	measure TEXT,
	baseline TEXT,
	now TEXT,
	target TEXT,
	"by" DATE,
	owner_id INTEGER,
	status VARCHAR(20) NOT NULL,
	note TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_objective PRIMARY KEY (id),
	CONSTRAINT fk_objective_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
	CONSTRAINT fk_objective_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_objective_plan_id ON objective (plan_id);
CREATE INDEX ix_objective_owner_id ON objective (owner_id) WHERE owner_id IS NOT NULL;
CREATE TABLE swot_item (
	plan_id INTEGER NOT NULL,
	kind VARCHAR(20) NOT NULL,
	text TEXT NOT NULL,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_swot_item PRIMARY KEY (id),
	CONSTRAINT fk_swot_item_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE
);
CREATE INDEX ix_swot_item_plan_id ON swot_item (plan_id);
CREATE TABLE risk (
	plan_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	effect TEXT,
	probability INTEGER,
	impact INTEGER,
	at_stake INTEGER,
	"trigger" TEXT,
	response TEXT,
	owner_id INTEGER,
	due DATE,
	position INTEGER NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_risk PRIMARY KEY (id),
	CONSTRAINT fk_risk_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id) ON DELETE CASCADE,
	CONSTRAINT fk_risk_owner_id FOREIGN KEY(owner_id) REFERENCES member (id) ON DELETE SET NULL
);
CREATE INDEX ix_risk_plan_id ON risk (plan_id);
CREATE INDEX ix_risk_owner_id ON risk (owner_id) WHERE owner_id IS NOT NULL;
CREATE TABLE action_item (
	title TEXT NOT NULL,
	account_id INTEGER,
	direction VARCHAR(20) NOT NULL,
	member_id INTEGER,
	person_id INTEGER,
	department_id INTEGER,
	start DATE,
	due DATE,
	state VARCHAR(20) NOT NULL,
	waiting_for TEXT,
	waiting_since DATE,
	blocked_reason TEXT,
	priority VARCHAR(20) NOT NULL,
	effort DOUBLE,
	done_on DATE,
	made_on DATE,
	meeting_id INTEGER,
	objective_id INTEGER,
	note TEXT,
	rule TEXT,
	external_id TEXT,
	id INTEGER NOT NULL,
	CONSTRAINT pk_action_item PRIMARY KEY (id),
	CONSTRAINT fk_action_item_account_id FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE,
	CONSTRAINT fk_action_item_member_id FOREIGN KEY(member_id) REFERENCES member (id) ON DELETE SET NULL,
	CONSTRAINT fk_action_item_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL,
	CONSTRAINT fk_action_item_department_id FOREIGN KEY(department_id) REFERENCES department (id) ON DELETE SET NULL,
	CONSTRAINT fk_action_item_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id) ON DELETE SET NULL,
	CONSTRAINT fk_action_item_objective_id FOREIGN KEY(objective_id) REFERENCES objective (id) ON DELETE SET NULL
);
CREATE INDEX ix_action_item_member_id ON action_item (member_id) WHERE member_id IS NOT NULL;
CREATE INDEX ix_action_item_person_id ON action_item (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX ix_action_item_account_id ON action_item (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX ix_action_item_department_id ON action_item (department_id) WHERE department_id IS NOT NULL;
CREATE INDEX ix_action_item_due ON action_item (due) WHERE due IS NOT NULL;
CREATE INDEX ix_action_item_objective_id ON action_item (objective_id) WHERE objective_id IS NOT NULL;
CREATE INDEX ix_action_item_meeting_id ON action_item (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX ix_action_item_state ON action_item (state);
CREATE INDEX ix_action_item_external_id ON action_item (external_id) WHERE external_id IS NOT NULL;
CREATE TABLE step (
	action_id INTEGER NOT NULL,
	title TEXT NOT NULL,
	position INTEGER NOT NULL,
	is_done BOOLEAN NOT NULL,
	id INTEGER NOT NULL,
	CONSTRAINT pk_step PRIMARY KEY (id),
	CONSTRAINT fk_step_action_id FOREIGN KEY(action_id) REFERENCES action_item (id) ON DELETE CASCADE
);
CREATE INDEX ix_step_action_id ON step (action_id);
CREATE VIRTUAL TABLE search_account USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE search_person USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE search_meeting USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE search_action_item USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE search_plan USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
CREATE VIRTUAL TABLE search_member USING fts5(title, body, digits, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');
